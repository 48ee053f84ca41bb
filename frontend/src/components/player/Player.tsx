import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'

import { useEscape } from '../../hooks/useEscape.ts'
import { useStickToBottom } from '../../hooks/useStickToBottom.ts'
import { useRestoreFocus } from '../../hooks/useRestoreFocus.ts'
import { useSendMessage } from '../../hooks/useSendMessage.ts'
import type { Message, SessionDetail, SessionEnding } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Composer } from './composer/Composer.tsx'
import { PlayerFooter } from './composer/PlayerFooter.tsx'
import { EndingPage } from './ending/EndingPage.tsx'
import { findUndoTarget } from './findUndoTarget.ts'
import { changedFieldKeys } from './panel/changedFieldKeys.ts'
import { isEmptyPanel } from './panel/isEmptyPanel.ts'
import { StatePanel } from './panel/StatePanel.tsx'
import styles from './Player.module.css'
import type { PlayerActions } from './playerActions.ts'
import { PlayerHeader } from './header/PlayerHeader.tsx'
import { Story } from './story/Story.tsx'
import { StoryAnnouncer } from './story/StoryAnnouncer.tsx'
import { tellText } from './answer/messageText.ts'

interface PlayerProps {
  readonly session: SessionDetail
  /** The server has been out of reach for a while. */
  readonly isAway: boolean
  /** The choice of who tells it. */
  readonly narrator: ReactNode
  readonly actions: PlayerActions
  /** Of what was asked for last. */
  readonly trouble: UserError | null
}

/** A session as a page of a book: the story, and where the player answers. */
export function Player({ session, isAway, narrator, actions, trouble }: PlayerProps) {
  const { messages, ending } = session
  const sending = useSendMessage(session, actions.send)
  const isRunning = messages.at(-1)?.status === 'streaming' || sending.pendingText !== null
  const hasEnded = ending !== null && !isRunning
  const [hadEnded] = useState(hasEnded)

  const page = useRef<HTMLElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const { isAtEnd, goToEnd } = useStickToBottom(column, hasEnded && !hadEnded)
  useEscape(isRunning, actions.stop)
  useRestoreFocus(page, session)

  const hasRoomBeside = useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false })
  const receipts = messages.at(-1)?.receipts
  const panel = useMemo(
    () =>
      isEmptyPanel(session.panel) ? null : (
        <StatePanel panel={session.panel} changed={changedFieldKeys(receipts ?? [])} />
      ),
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
          <PlayerFooter
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
          </PlayerFooter>
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
