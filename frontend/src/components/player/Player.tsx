import { type ReactNode, useCallback, useMemo, useRef } from 'react'

import { useMediaQuery } from '../../hooks/useMediaQuery.ts'
import { useEscape } from '../../hooks/useEscape.ts'
import { useContinueReading } from '../../hooks/useContinueReading.ts'
import { useReadingArea } from '../../hooks/useReadingArea.ts'
import { useTurnAtTop } from '../../hooks/useTurnAtTop.ts'
import { useRestoreFocus } from '../../hooks/useRestoreFocus.ts'
import { useSendMessage } from '../../hooks/useSendMessage.ts'
import { playerText } from '../../text/player.ts'
import type { Message, SessionDetail, SessionEnding } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { messageText } from './answer/messageText.ts'
import { Composer } from './composer/Composer.tsx'
import { ContinueReadingButton } from './composer/ContinueReadingButton.tsx'
import { PlayerFooter } from './composer/PlayerFooter.tsx'
import { EndingPage } from './ending/EndingPage.tsx'
import { findUndoTarget } from './findUndoTarget.ts'
import { changedFieldKeys } from './panel/changedFieldKeys.ts'
import { isEmptyPanel } from './panel/isEmptyPanel.ts'
import { StatePanel } from './panel/StatePanel.tsx'
import { StatusStrip } from './panel/StatusStrip.tsx'
import styles from './Player.module.css'
import type { PlayerActions } from './playerActions.ts'
import { PlayerHeader } from './header/PlayerHeader.tsx'
import type { StoryHistory } from './storyHistory.ts'
import { Story } from './story/Story.tsx'
import type { ChosenSuggestion } from './suggestions/chosenSuggestion.ts'
import { Suggestions } from './suggestions/Suggestions.tsx'
import { useSuggestions } from './suggestions/useSuggestions.ts'
import { StoryAnnouncer } from './story/StoryAnnouncer.tsx'

interface PlayerProps {
  readonly session: SessionDetail
  /** The connection has been lost for longer than a moment. */
  readonly isAway: boolean
  /** The connection is lost, if only for a moment. */
  readonly isLost: boolean
  /** Another model is being chosen. */
  readonly isSwitching: boolean
  /** The model selector. */
  readonly narrator: ReactNode
  /** What budgets have left, if that is little. */
  readonly budget?: ReactNode
  /** What the page of an ending shows below it. */
  readonly afterEnding?: { readonly plates: ReactNode; readonly forks: ReactNode }
  readonly history: StoryHistory
  readonly actions: PlayerActions
  /** From the last action. */
  readonly error: UserError | null
}

/** A session: the story, the input and the status panel. */
export function Player(props: PlayerProps) {
  const { session, isAway, isLost, isSwitching, narrator, budget, afterEnding, history, actions, error } = props
  const { messages, ending } = session
  const sentMessage = useSendMessage(session, isLost, actions)
  const isRunning = messages.at(-1)?.status === 'streaming' || sentMessage.pendingText !== null
  const hasEnded = ending !== null && !isRunning

  const page = useRef<HTMLDivElement>(null)
  const area = useReadingArea()
  const { bars, column, content, footer } = area
  const { isMoreBelow, continueReading } = useContinueReading(area)
  const isPending = sentMessage.pendingText !== null
  useTurnAtTop(area, { id: isPending ? 'pending' : messages.at(-1)?.id, isOwn: isPending })
  useEscape(isRunning, actions.stop)
  useRestoreFocus(
    page,
    useMemo(() => [session, isMoreBelow], [session, isMoreBelow]),
  )

  const isWide = useMediaQuery('(min-width: 64em)')
  const hasHeaderButton = useMediaQuery('(min-width: 48em)')
  const receipts = messages.at(-1)?.receipts
  const panel = useMemo(
    () =>
      isEmptyPanel(session.panel) ? null : (
        <StatePanel panel={session.panel} changed={changedFieldKeys(receipts ?? [])} />
      ),
    [session.panel, receipts],
  )

  const more = useMemo(
    () => (isMoreBelow ? <ContinueReadingButton onContinue={continueReading} /> : null),
    [isMoreBelow, continueReading],
  )

  const undoId = isRunning ? null : findUndoTarget(messages)
  const { send } = sentMessage
  const handleSend = useCallback(
    (text: string) => {
      void send(text)
    },
    [send],
  )
  const { choose } = sentMessage
  const handleChoose = useCallback(
    (chosen: ChosenSuggestion) => {
      void choose(chosen)
    },
    [choose],
  )
  const hasGrid = useMediaQuery('(min-width: 40em)')
  const suggestions = useSuggestions(session, {
    isHidden: isRunning || hasEnded,
    hasNumbers: hasGrid,
    draft: sentMessage.draft,
    onChoose: handleChoose,
  })
  const lit = suggestions?.lit ?? null

  return (
    <div ref={page} className={styles.player}>
      <div ref={bars} className={styles.bars}>
        <PlayerHeader
          title={session.title}
          place={session.place}
          sessionId={session.id}
          gamebookId={session.gamebookId}
          narrator={narrator}
          panel={isWide || !hasHeaderButton ? null : panel}
          undoId={undoId}
          redoId={isRunning ? null : session.redoId}
          history={history}
          actions={actions}
        />
        {panel !== null && !hasHeaderButton && <StatusStrip panel={session.panel}>{panel}</StatusStrip>}
      </div>
      <div className={styles.body}>
        <main id="main" tabIndex={-1} className={styles.page}>
          <div ref={column} className={styles.column}>
            <div ref={content}>
              <Story
                session={session}
                history={history}
                pendingText={sentMessage.pendingText}
                actions={actions}
                onSend={handleSend}
              />
              {suggestions !== null && hasGrid && <Suggestions suggestions={suggestions} layout="grid" />}
              {hasEnded && (
                <EndingPage
                  ending={withoutNarratedText(ending, messages.at(-1))}
                  endings={session.endings}
                  gamebookId={session.gamebookId}
                  onPlayAgain={actions.playAgain}
                  onUndo={undoId === null ? null : () => actions.goTo(undoId, false)}
                  plates={afterEnding?.plates}
                  forks={afterEnding?.forks}
                />
              )}
            </div>
          </div>
          <PlayerFooter
            ref={footer}
            isAway={isAway}
            error={sentMessage.error ?? error}
            gamebookFile={session.gamebookFile}
            gamebookId={session.gamebookId}
            isSwitching={isSwitching}
            budget={budget}
            fallback={session.modelConfig?.fallback === true ? session.modelConfig : null}
          >
            {suggestions !== null && !hasGrid && <Suggestions suggestions={suggestions} layout="row" />}
            {hasEnded ? (
              more
            ) : (
              <Composer
                draft={sentMessage.draft}
                onChange={sentMessage.setDraft}
                isRunning={isRunning}
                suggested={lit?.label ?? null}
                onSend={lit === null || suggestions === null ? handleSend : () => suggestions.start(lit)}
                onStop={actions.stop}
                beside={more}
              />
            )}
          </PlayerFooter>
        </main>
        {panel !== null && isWide && (
          <aside className={styles.beside} aria-label={playerText('status')}>
            {panel}
          </aside>
        )}
      </div>
      <StoryAnnouncer messages={messages} />
    </div>
  )
}

/** Avoids showing the author's closing text twice: an answer may already contain it. */
function withoutNarratedText(ending: SessionEnding, last: Message | undefined): SessionEnding {
  const isInAnswer = ending.text !== null && last !== undefined && messageText(last).includes(ending.text)
  return isInAnswer ? { ...ending, text: null } : ending
}
