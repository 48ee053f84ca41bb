import { playerText } from '../../../text/player.ts'
import type { SessionDetail } from '../../../types/api.ts'
import { HoldsAnswers } from '../holdsAnswers.ts'
import { PendingMessage } from '../message/PendingMessage.tsx'
import { CutShortNote } from '../message/CutShortNote.tsx'
import type { PlayerActions } from '../playerActions.ts'
import type { StoryHistory } from '../storyHistory.ts'
import styles from './Story.module.css'
import { StoryPages } from './StoryPages.tsx'
import { StoryStart } from './StoryStart.tsx'
import { UnansweredNote } from '../message/UnansweredNote.tsx'

interface StoryProps {
  readonly session: SessionDetail
  readonly history: StoryHistory
  readonly pendingText: string | null
  readonly actions: PlayerActions
  readonly onSend: (text: string) => void
}

export function Story({ session, history, pendingText, actions, onSend }: StoryProps) {
  const last = session.messages.at(-1)
  const isUnanswered = last?.role !== 'narrator' && pendingText === null
  const isCutShort = last?.status === 'done' && last.finishReason === 'length' && pendingText === null
  return (
    <section className={styles.story} aria-label={playerText('story')}>
      <StoryStart session={session} history={history} />
      <HoldsAnswers value={session.settings.driftCheck === 'repair'}>
        <StoryPages messages={session.messages} actions={actions} />
      </HoldsAnswers>
      {pendingText !== null && <PendingMessage text={pendingText} />}
      {isCutShort && session.ending === null && (
        <CutShortNote onContinue={() => onSend(playerText('message.continueRequest'))} />
      )}
      {isUnanswered && (
        <UnansweredNote
          onRequest={() => {
            if (last === undefined) actions.restart()
            else actions.retry(last.id)
          }}
        />
      )}
    </section>
  )
}
