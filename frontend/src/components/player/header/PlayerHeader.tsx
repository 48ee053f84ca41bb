import { ActionIcon } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconBackpack, IconArrowBackUp, IconArrowForwardUp, IconDots, IconLetterCase } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { Link } from 'wouter'

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
  /** What the player has beside the story, where it has no room there; else null. */
  readonly panel: ReactNode
  /** The messages that undo and redo lead to; null where there is nothing to undo or redo. */
  readonly undoId: string | null
  readonly redoId: string | null
  readonly actions: PlayerActions
}

export const PlayerHeader = memo(function PlayerHeader(props: PlayerHeaderProps) {
  const { title, place, gamebookId, narrator, panel, undoId, redoId, actions } = props
  const hasRoom = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  return (
    <header className={styles.header}>
      <NavbarButton />
      <div className={styles.names}>
        <RouteHeading title={title} className={styles.title}>
          {title}
        </RouteHeading>
        {place !== null && <p className={styles.place}>{place}</p>}
      </div>
      <a className={styles.skip} href="#turn-input">
        Skip to your words
      </a>
      {hasRoom && <div className={styles.narrator}>{narrator}</div>}
      {panel !== null && (
        <Disclosure isWide label="Where you stand" icon={<IconBackpack size={20} stroke={1.5} />}>
          {() => <div className={styles.panel}>{panel}</div>}
        </Disclosure>
      )}
      {undoId !== null && (
        <ActionIcon aria-label="Undo" onClick={() => actions.goTo(undoId, false)}>
          <IconArrowBackUp size={20} stroke={1.5} />
        </ActionIcon>
      )}
      {redoId !== null && (
        <ActionIcon aria-label="Redo" onClick={() => actions.goTo(redoId, false)}>
          <IconArrowForwardUp size={20} stroke={1.5} />
        </ActionIcon>
      )}
      {hasRoom && (
        <Disclosure label="How the page is set" icon={<IconLetterCase size={22} stroke={1.5} />}>
          {() => <PreferencesPanel />}
        </Disclosure>
      )}
      <Disclosure label="More" icon={<IconDots size={20} stroke={1.5} />}>
        {(close) => (
          <div className={styles.more}>
            {!hasRoom && narrator}
            <button
              type="button"
              className={styles.item}
              onClick={() => {
                close()
                actions.restart()
              }}
            >
              Begin again from the opening
            </button>
            <Link href={`/gamebooks/${gamebookId}`} className={styles.item}>
              Back to the book
            </Link>
            {!hasRoom && <PreferencesPanel />}
          </div>
        )}
      </Disclosure>
    </header>
  )
})
