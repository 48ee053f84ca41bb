import { Button } from '../../common/buttons/Button.tsx'
import { playerText } from '../../../text/player.ts'
import type { TurnError } from '../../../types/api.ts'
import { ButtonLink } from '../../common/buttons/ButtonLink.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { isFixedInSettings, needsProviderMessage } from './errorRemedy.ts'
import styles from './TurnErrorNotice.module.css'

interface TurnErrorNoticeProps {
  readonly error: TurnError
  /** The model that failed, if it is still there. */
  readonly modelConfigId: string | null
  readonly onRetry: () => void
}

export function TurnErrorNotice({ error, modelConfigId, onRetry }: TurnErrorNoticeProps) {
  return (
    <ErrorNotice error={error}>
      {!isSavedLater(error) && (
        <Button variant="outlined" size="sm" onClick={firstClick(onRetry)}>
          {playerText('retry')}
        </Button>
      )}
      {modelConfigId !== null && isFixedInSettings(error.code) && (
        <ButtonLink href={`/models/${modelConfigId}`} variant="outlined" size="sm">
          {playerText('answerStatus.modelSettings')}
        </ButtonLink>
      )}
      {error.providerMessage !== undefined && (
        <details className={styles.provider} open={needsProviderMessage(error.code)}>
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
