import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBackpack,
  IconDots,
  IconLetterCase,
  IconSearch,
} from '@tabler/icons-react'
import { memo, type ReactNode, useState } from 'react'

import { IconButton } from '../../common/buttons/IconButton.tsx'
import { useMediaQuery } from '../../../hooks/useMediaQuery.ts'
import { playerText } from '../../../text/player.ts'
import { Disclosure } from '../../common/Disclosure.tsx'
import { RouteHeading } from '../../common/RouteHeading.tsx'
import { NavbarButton } from '../../layout/NavbarButton.tsx'
import type { PlayerActions } from '../playerActions.ts'
import { useStoryLanguage } from '../storyLanguage.ts'
import { StorySearch } from '../search/StorySearch.tsx'
import type { StoryHistory } from '../storyHistory.ts'
import { MoreMenu } from './MoreMenu.tsx'
import styles from './PlayerHeader.module.css'
import { PreferencesPanel } from './PreferencesPanel.tsx'

interface PlayerHeaderProps {
  readonly title: string
  readonly place: string | null
  readonly sessionId: string
  readonly gamebookId: string
  readonly narrator: ReactNode
  /** The status panel, or null if it is beside the story or empty. */
  readonly panel: ReactNode
  /** The messages that undo and redo lead to; null if there is nothing to undo or redo. */
  readonly undoId: string | null
  readonly redoId: string | null
  readonly history: StoryHistory
  readonly actions: PlayerActions
}

export const PlayerHeader = memo(function PlayerHeader(props: PlayerHeaderProps) {
  const { title, place, sessionId, gamebookId, narrator, panel, undoId, redoId, history, actions } = props
  const language = useStoryLanguage()
  const isWide = useMediaQuery('(min-width: 60em)')
  const [searched, setSearched] = useState('')
  const renderSearch = (close: () => void) => (
    <StorySearch text={searched} onChange={setSearched} history={history} onClose={close} />
  )
  return (
    <header className={styles.header}>
      <NavbarButton />
      <div className={styles.names}>
        <RouteHeading title={title} className={styles.title}>
          {title}
        </RouteHeading>
        {place !== null && (
          <p className={styles.place} lang={language} dir="auto">
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
        <Disclosure label={playerText('find.title')} icon={<IconSearch size={20} stroke={1.5} />}>
          {renderSearch}
        </Disclosure>
      )}
      {isWide && (
        <Disclosure label={playerText('displaySettings')} icon={<IconLetterCase size={22} stroke={1.5} />}>
          {() => <PreferencesPanel />}
        </Disclosure>
      )}
      <Disclosure label={playerText('header.more')} icon={<IconDots size={20} stroke={1.5} />}>
        {(close) => (
          <MoreMenu
            sessionId={sessionId}
            gamebookId={gamebookId}
            onStartOver={() => {
              close()
              actions.restart()
            }}
            moved={isWide ? null : { narrator, search: renderSearch(close) }}
          />
        )}
      </Disclosure>
    </header>
  )
})
