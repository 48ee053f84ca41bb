import { useElapsedSeconds } from '../../../hooks/useElapsedSeconds.ts'
import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import { useHoldsAnswers } from '../holdsAnswers.ts'
import styles from './NarratorStatus.module.css'

interface NarratorStatusProps {
  readonly message: Message
}

/** What the narrator is doing before new text arrives, beside a pulsing caret. */
export function NarratorStatus({ message }: NarratorStatusProps) {
  const stage = stageOf(message)
  const notice = message.model?.notices?.at(-1)
  return (
    <p className={styles.status}>
      <span className={styles.caret} aria-hidden="true" />
      <span>
        {notice !== undefined && `${notice} `}
        <StageText key={stage} stage={stage} />
      </span>
    </p>
  )
}

type Stage = 'connecting' | 'thinking' | 'starting' | 'continuing'

/** In seconds. A server that has not answered by then is busy with the request, and may load the model first. */
const READING_FROM = 5

function StageText({ stage }: { readonly stage: Stage }) {
  const seconds = useElapsedSeconds()
  const isHeld = useHoldsAnswers()
  const text = playerText(`narratorStatus.${stage === 'connecting' ? describeWait(isHeld, seconds) : stage}`)
  return <span>{seconds === 0 ? text : playerText('narratorStatus.elapsed', { stage: text, seconds })}</span>
}

function describeWait(isHeld: boolean, seconds: number): 'held' | 'reading' | 'connecting' {
  if (isHeld) return 'held'
  return seconds >= READING_FROM ? 'reading' : 'connecting'
}

function stageOf({ parts, firstTokenAt }: Message): Stage {
  const last = parts.at(-1)
  if (last === undefined) return firstTokenAt === null ? 'connecting' : 'starting'
  if (last.type === 'thinking') return last.durationMs === null ? 'thinking' : 'starting'
  return last.type === 'tool-call' ? 'continuing' : 'starting'
}
