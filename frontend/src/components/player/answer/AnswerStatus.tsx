import { Button } from '../../common/buttons/Button.tsx'
import { isBuiltin } from '../../common/isBuiltin.ts'
import { playerText } from '../../../text/player.ts'
import type { Message, TurnError } from '../../../types/api.ts'
import styles from './AnswerStatus.module.css'
import { TurnErrorNotice } from './TurnErrorNotice.tsx'

interface AnswerStatusProps {
  readonly message: Message
  readonly onRetry: () => void
  readonly onContinueWithBuiltin: () => void
}

/** Why an answer ended early, with a retry. Only a failure is an alert. */
export function AnswerStatus({ message, onRetry, onContinueWithBuiltin }: AnswerStatusProps) {
  const { status, error } = message
  if (status === 'streaming' || status === 'done') return null
  if (error !== null && isFailure(error)) {
    return (
      <TurnErrorNotice
        modelConfigId={message.modelConfigId}
        failedAt={message.finishedAt}
        canSwitch={message.model !== null && !isBuiltin(message.model.provider)}
        {...{ error, onRetry, onContinueWithBuiltin }}
      />
    )
  }
  return (
    <div className={styles.note}>
      <p dir="auto">{error === null ? playerText(`answerStatus.${status}`) : `${error.detail} ${error.hint}`}</p>
      <Button variant="outlined" size="sm" onClick={onRetry}>
        {playerText('retry')}
      </Button>
    </div>
  )
}

/** A lost connection or a stopped server is not a failure of the model. */
const isFailure = ({ code, providerMessage }: TurnError) => code !== 'interrupted' || providerMessage !== undefined
