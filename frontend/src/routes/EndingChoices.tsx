import { EndingPlates } from '../components/player/ending/EndingPlates.tsx'
import { ForkList } from '../components/player/ending/ForkList.tsx'
import { useGetGamebookQuery } from '../services/gamebook.ts'
import { useGetForksQuery } from '../services/session.ts'

interface FoundEndingsProps {
  readonly gamebookId: string
  /** The title of the ending that the story has reached. */
  readonly current: string
}

/** The endings that any session has found; nothing for a gamebook that is gone. */
export function FoundEndings({ gamebookId, current }: FoundEndingsProps) {
  const { data: gamebook } = useGetGamebookQuery(gamebookId)
  if (gamebook === undefined || gamebook.endings.total === 0) return null
  return <EndingPlates titles={gamebook.endingTitlesFound} total={gamebook.endings.total} current={current} />
}

interface OtherPathsProps {
  readonly sessionId: string
  readonly onChoose: (messageId: string) => void
}

export function OtherPaths({ sessionId, onChoose }: OtherPathsProps) {
  const { data: forks = [] } = useGetForksQuery(sessionId)
  return forks.length === 0 ? null : <ForkList forks={forks} onChoose={onChoose} />
}
