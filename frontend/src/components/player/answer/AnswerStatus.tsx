import { Button } from '@mantine/core'

import type { Message, TurnError } from '../../../types/api.ts'
import styles from './AnswerStatus.module.css'
import { TurnErrorNotice } from './TurnErrorNotice.tsx'

interface AnswerNoteProps {
  readonly message: Message
  readonly onRetry: () => void
}

/** Below an answer that stopped short: why, and how to go on. Only a fault is loud. */
export function AnswerStatus({ message, onRetry }: AnswerNoteProps) {
  const { status, error } = message
  if (status === 'streaming' || status === 'done') return null
  if (error !== null && isFault(error)) return <TurnErrorNotice error={error} onRetry={onRetry} />
  return (
    <div className={styles.note}>
      <p>{error === null ? NOTES[status] : `${error.detail} ${error.hint}`}</p>
      <Button variant="default" size="sm" onClick={onRetry}>
        Retry
      </Button>
    </div>
  )
}

/** A connection that broke, or a server that ended, is nobody's fault. */
const isFault = ({ code, providerMessage }: TurnError) => code !== 'interrupted' || providerMessage !== undefined

const NOTES: Record<'stopped' | 'interrupted' | 'failed', string> = {
  stopped: 'You stopped the narrator here.',
  interrupted: 'This answer broke off. These are the words that had arrived.',
  failed: 'The narrator could not finish this answer.',
}
