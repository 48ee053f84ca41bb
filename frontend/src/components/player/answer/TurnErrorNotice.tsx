import { Button } from '../../common/buttons/Button.tsx'
import { playerText } from '../../../text/player.ts'
import type { TurnError } from '../../../types/api.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { firstClick } from '../../common/firstClick.ts'
import styles from './TurnErrorNotice.module.css'

interface TurnErrorNoticeProps {
  readonly error: TurnError
  readonly onRetry: () => void
}

export function TurnErrorNotice({ error, onRetry }: TurnErrorNoticeProps) {
  return (
    <ErrorNotice error={error}>
      {!isSavedLater(error) && (
        <Button variant="outlined" size="sm" onClick={firstClick(onRetry)}>
          {playerText('retry')}
        </Button>
      )}
      {error.providerMessage !== undefined && (
        <details className={styles.provider}>
          <summary className={styles.summary}>{playerText('answerStatus.providerMessage')}</summary>
          <p className={styles.message} dir="auto">
            {quote(error.providerMessage, error.host)}
          </p>
        </details>
      )}
    </ErrorNotice>
  )
}

/** The server saves such an answer by itself; a retry would add another answer. */
const isSavedLater = ({ code }: TurnError) => code === 'not-stored'

const quote = (message: string, host: string | undefined) =>
  host === undefined ? message : playerText('answerStatus.fromHost', { host, message })
