import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'

import { useEscape } from '../../hooks/useEscape.ts'
import { useFollowEnd } from '../../hooks/useFollowEnd.ts'
import { useRescueFocus } from '../../hooks/useRescueFocus.ts'
import { useSending } from '../../hooks/useSending.ts'
import type { Message, SessionDetail, SessionEnding } from '../../types/api.ts'
import type { Trouble } from '../../types/trouble.ts'
import { Composer } from './Composer.tsx'
import { Dock } from './Dock.tsx'
import { EndingPage } from './EndingPage.tsx'
import { findUndoTarget } from './findUndoTarget.ts'
import { changedIn } from './panel/changedIn.ts'
import { isEmptyPanel } from './panel/isEmptyPanel.ts'
import { StatePanel } from './panel/StatePanel.tsx'
import styles from './Player.module.css'
import type { PlayerActions } from './playerActions.ts'
import { PlayerHeader } from './PlayerHeader.tsx'
import { Story } from './Story.tsx'
import { StoryAnnouncer } from './StoryAnnouncer.tsx'
import { tellText } from './tellText.ts'

interface PlayerProps {
  readonly session: SessionDetail
  /** The server has been out of reach for a while. */
  readonly isAway: boolean
  /** The choice of who tells it. */
  readonly narrator: ReactNode
  readonly actions: PlayerActions
  /** Of what was asked for last. */
  readonly trouble: Trouble | null
}

/** A session as a page of a book: the story, and where the player answers. */
export function Player({ session, isAway, narrator, actions, trouble }: PlayerProps) {
  const { messages, ending } = session
  const sending = useSending(session, actions.send)
  const isRunning = messages.at(-1)?.status === 'streaming' || sending.pendingText !== null
  const hasEnded = ending !== null && !isRunning
  const [hadEnded] = useState(hasEnded)

  const page = useRef<HTMLElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const { isAtEnd, goToEnd } = useFollowEnd(column, hasEnded && !hadEnded)
  useEscape(isRunning, actions.stop)
  useRescueFocus(page, session)

  const hasRoomBeside = useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false })
  const receipts = messages.at(-1)?.receipts
  const panel = useMemo(
    () =>
      isEmptyPanel(session.panel) ? null : <StatePanel panel={session.panel} changed={changedIn(receipts ?? [])} />,
    [session.panel, receipts],
  )

  const undoId = isRunning ? null : findUndoTarget(messages)
  const { send } = sending
  const handleSend = useCallback(
    (text: string) => {
      void send(text)
      goToEnd()
    },
    [send, goToEnd],
  )

  return (
    <div className={styles.player}>
      <PlayerHeader
        title={session.title}
        place={session.place}
        gamebookId={session.gamebookId}
        narrator={narrator}
        panel={hasRoomBeside ? null : panel}
        undoId={undoId}
        redoId={isRunning ? null : session.redoId}
        actions={actions}
      />
      <div className={styles.body}>
        <main ref={page} id="main" tabIndex={-1} className={styles.page}>
          <div ref={column} className={styles.column}>
            <Story session={session} pendingText={sending.pendingText} actions={actions} />
            {hasEnded && (
              <EndingPage
                ending={withoutTold(ending, messages.at(-1))}
                endings={session.endings}
                gamebookId={session.gamebookId}
                onReadAgain={actions.restart}
                onTryAnother={undoId === null ? null : () => actions.goTo(undoId, false)}
              />
            )}
          </div>
          <Dock
            isAtEnd={isAtEnd}
            onGoToEnd={goToEnd}
            isAway={isAway}
            trouble={sending.trouble ?? trouble}
            fallback={session.modelConfig?.fallback === true ? session.modelConfig : null}
          >
            {!hasEnded && (
              <Composer
                draft={sending.draft}
                onChange={sending.setDraft}
                isRunning={isRunning}
                onSend={handleSend}
                onStop={actions.stop}
              />
            )}
          </Dock>
        </main>
        {panel !== null && hasRoomBeside && (
          <aside className={styles.beside} aria-label="Where you stand">
            {panel}
          </aside>
        )}
      </div>
      <StoryAnnouncer lastMessage={messages.at(-1)} />
    </div>
  )
}

/** The author's closing words once: where the narrator has told them, the page of the ending does not. */
function withoutTold(ending: SessionEnding, last: Message | undefined): SessionEnding {
  const isTold = ending.text !== null && last !== undefined && tellText(last).includes(ending.text)
  return isTold ? { ...ending, text: null } : ending
}
