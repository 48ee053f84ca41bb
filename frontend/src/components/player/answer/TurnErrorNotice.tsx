import { useLocation } from 'wouter'

import { Button } from '../../common/buttons/Button.tsx'
import { playerText } from '../../../text/player.ts'
import type { TurnError } from '../../../types/api.ts'
import { ButtonLink } from '../../common/buttons/ButtonLink.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { isByBudget, needsProviderMessage, settingsPage } from './errorRemedy.ts'
import { RetryLater } from './RetryLater.tsx'
import styles from './TurnErrorNotice.module.css'

interface TurnErrorNoticeProps {
  readonly error: TurnError
  /** The model that failed, if it is still there. */
  readonly modelConfigId: string | null
  /** When it failed. */
  readonly failedAt: string | null
  /** False if it was the built-in narrator that failed. */
  readonly canSwitch: boolean
  readonly onRetry: () => void
  readonly onContinueWithBuiltin: () => void
}

export function TurnErrorNotice(props: TurnErrorNoticeProps) {
  const { error, modelConfigId, failedAt, canSwitch, onRetry, onContinueWithBuiltin } = props
  const [location] = useLocation()
  const settings = modelConfigId === null ? null : settingsPage(error.code, modelConfigId)
  return (
    <ErrorNotice error={error}>
      {error.code === 'budget-used-up' && (
        <ButtonLink href={budgetPage(error.budgetId, location)} size="sm">
          {playerText('answerStatus.raiseBudget')}
        </ButtonLink>
      )}
      {!isSavedLater(error) && (
        <Button variant="outlined" size="sm" onClick={firstClick(onRetry)}>
          {playerText('retry')}
        </Button>
      )}
      {error.retryAfterSeconds !== undefined && failedAt !== null && (
        <RetryLater readyAt={Date.parse(failedAt) + 1000 * error.retryAfterSeconds} onRetry={onRetry} />
      )}
      {settings !== null && (
        <ButtonLink href={settings} variant="outlined" size="sm">
          {playerText('answerStatus.modelSettings')}
        </ButtonLink>
      )}
      {(isByBudget(error.code) || (canSwitch && !isSavedLater(error))) && (
        <Button variant="outlined" size="sm" onClick={firstClick(onContinueWithBuiltin)}>
          {playerText('answerStatus.continueWithBuiltin')}
        </Button>
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

/** The page where the limit of a budget is changed, which leads back to the story. */
const budgetPage = (id: string | undefined, from: string): string =>
  `/budgets?${new URLSearchParams({ ...(id !== undefined && { raise: id }), from })}`

/** The server saves such an answer by itself; a retry would add another answer. */
const isSavedLater = ({ code }: TurnError) => code === 'not-stored'

const quote = (message: string, host: string | undefined) =>
  host === undefined ? message : playerText('answerStatus.fromHost', { host, message })
