import { useElapsedSeconds } from '../../../hooks/useElapsedSeconds.ts'
import type { Message } from '../../../types/api.ts'
import styles from './NarratorStatus.module.css'

interface WaitingSignProps {
  readonly message: Message
}

/** A breathing caret, and in words what keeps the narrator. */
export function NarratorStatus({ message }: WaitingSignProps) {
  const stage = tellStage(message)
  const notice = message.model?.notices?.at(-1)
  return (
    <p className={styles.sign}>
      <span className={styles.caret} aria-hidden="true" />
      <span>
        {notice !== undefined && `${notice} `}
        <Stage key={stage} stage={stage} />
      </span>
    </p>
  )
}

function Stage({ stage }: { readonly stage: string }) {
  const seconds = useElapsedSeconds()
  return (
    <span>
      {stage}
      {seconds > 0 && ` ${seconds} s`}
    </span>
  )
}

function tellStage({ parts, firstTokenAt }: Message): string {
  const last = parts.at(-1)
  if (last === undefined) return firstTokenAt === null ? 'connecting' : 'beginning to tell'
  if (last.type === 'thinking') return last.durationMs === null ? 'thinking' : 'beginning to tell'
  return last.type === 'tool-call' ? 'going on with the story' : 'beginning to tell'
}
