import { IconBackpack, IconArrowBackUp, IconArrowForwardUp, IconDots, IconLetterCase } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { Link } from 'wouter'

import { IconButton } from '../../common/buttons/IconButton.tsx'
import { useMediaQuery } from '../../../hooks/useMediaQuery.ts'
import { playerText } from '../../../text/player.ts'
import { Disclosure } from '../../common/Disclosure.tsx'
import { RouteHeading } from '../../common/RouteHeading.tsx'
import { NavbarButton } from '../../layout/NavbarButton.tsx'
import type { PlayerActions } from '../playerActions.ts'
import styles from './PlayerHeader.module.css'
import { PreferencesPanel } from './PreferencesPanel.tsx'

interface PlayerHeaderProps {
  readonly title: string
  readonly place: string | null
  readonly gamebookId: string
  readonly narrator: ReactNode
  /** The status panel, or null if it is beside the story or empty. */
  readonly panel: ReactNode
  /** The messages that undo and redo lead to; null if there is nothing to undo or redo. */
  readonly undoId: string | null
  readonly redoId: string | null
  readonly actions: PlayerActions
}

export const PlayerHeader = memo(function PlayerHeader(props: PlayerHeaderProps) {
  const { title, place, gamebookId, narrator, panel, undoId, redoId, actions } = props
  const isWide = useMediaQuery('(min-width: 48em)')
  return (
    <header className={styles.header}>
      <NavbarButton />
      <div className={styles.names}>
        <RouteHeading title={title} className={styles.title}>
          {title}
        </RouteHeading>
        {place !== null && (
          <p className={styles.place} dir="auto">
            {place}
          </p>
        )}
      </div>
      <a className={styles.skip} href="#turn-input">
        {playerText('header.skip')}
      </a>
      {isWide && <div className={styles.narrator}>{narrator}</div>}
      {panel !== null && (
        <Disclosure isWide label={playerText('status')} icon={<IconBackpack size={20} stroke={1.5} />}>
          {() => <div className={styles.panel}>{panel}</div>}
        </Disclosure>
      )}
      <span className={styles.turns} data-focus-group="">
        {undoId !== null && (
          <IconButton aria-label={playerText('header.undo')} onClick={() => actions.goTo(undoId, false)}>
            <IconArrowBackUp size={20} stroke={1.5} />
          </IconButton>
        )}
        {redoId !== null && (
          <IconButton aria-label={playerText('header.redo')} onClick={() => actions.goTo(redoId, false)}>
            <IconArrowForwardUp size={20} stroke={1.5} />
          </IconButton>
        )}
      </span>
      {isWide && (
        <Disclosure label={playerText('displaySettings')} icon={<IconLetterCase size={22} stroke={1.5} />}>
          {() => <PreferencesPanel />}
        </Disclosure>
      )}
      <Disclosure label={playerText('header.more')} icon={<IconDots size={20} stroke={1.5} />}>
        {(close) => (
          <div className={styles.more}>
            {!isWide && narrator}
            <button
              type="button"
              className={styles.item}
              onClick={() => {
                close()
                actions.restart()
              }}
            >
              {playerText('startOver')}
            </button>
            <Link href={`/gamebooks/${gamebookId}`} className={styles.item}>
              {playerText('backToGamebook')}
            </Link>
            {!isWide && <PreferencesPanel />}
          </div>
        )}
      </Disclosure>
    </header>
  )
})
