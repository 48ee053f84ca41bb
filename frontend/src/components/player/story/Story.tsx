import { playerText } from '../../../text/player.ts'
import type { SessionDetail } from '../../../types/api.ts'
import { ChapterOpening } from './ChapterOpening.tsx'
import { PendingMessage } from '../message/PendingMessage.tsx'
import type { PlayerActions } from '../playerActions.ts'
import styles from './Story.module.css'
import { StoryPages } from './StoryPages.tsx'
import { UnansweredNote } from '../message/UnansweredNote.tsx'

interface StoryProps {
  readonly session: SessionDetail
  readonly pendingText: string | null
  readonly actions: PlayerActions
}

export function Story({ session, pendingText, actions }: StoryProps) {
  const last = session.messages.at(-1)
  const isUnanswered = last?.role !== 'narrator' && pendingText === null
  return (
    <section className={styles.story} aria-label={playerText('story')}>
      <ChapterOpening title={session.gamebookTitle} narrator={session.modelConfig} />
      <StoryPages messages={session.messages} actions={actions} />
      {pendingText !== null && <PendingMessage text={pendingText} />}
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
