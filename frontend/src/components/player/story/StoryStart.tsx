import type { SessionDetail } from '../../../types/api.ts'
import type { StoryHistory } from '../storyHistory.ts'
import { ChapterOpening } from './ChapterOpening.tsx'
import { EarlierMessages } from './EarlierMessages.tsx'

interface StoryStartProps {
  readonly session: SessionDetail
  readonly history: StoryHistory
}

/** What is above the oldest message on the page: the title if it is the first of the story. */
export function StoryStart({ session, history }: StoryStartProps) {
  return (
    <div data-focus-group="">
      {session.earlierCursor === null ? (
        <ChapterOpening title={session.gamebookTitle} narrator={session.modelConfig} />
      ) : (
        <EarlierMessages isLoading={history.isLoading} error={history.error} onLoad={history.loadEarlier} />
      )}
    </div>
  )
}
