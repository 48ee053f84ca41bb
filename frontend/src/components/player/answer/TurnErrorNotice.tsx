import { useLocation } from 'wouter'

import { Button } from '../../common/buttons/Button.tsx'
import { playerText } from '../../../text/player.ts'
import type { TurnError } from '../../../types/api.ts'
import { ButtonLink } from '../../common/buttons/ButtonLink.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { isByBudget, isFixedInSettings, needsProviderMessage } from './errorRemedy.ts'
import styles from './TurnErrorNotice.module.css'

interface TurnErrorNoticeProps {
  readonly error: TurnError
  /** The model that failed, if it is still there. */
  readonly modelConfigId: string | null
  readonly onRetry: () => void
  readonly onContinueWithBuiltin: () => void
}

export function TurnErrorNotice({ error, modelConfigId, onRetry, onContinueWithBuiltin }: TurnErrorNoticeProps) {
  const [location] = useLocation()
  return (
    <ErrorNotice error={error}>
      {error.code === 'budget-used-up' && (
        <ButtonLink href={budgetPage(error.budgetId, location)} size="sm">
          {playerText('answerStatus.raiseBudget')}
        </ButtonLink>
      )}
      {isByBudget(error.code) && (
        <Button variant="outlined" size="sm" onClick={firstClick(onContinueWithBuiltin)}>
          {playerText('answerStatus.continueWithBuiltin')}
        </Button>
      )}
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

/** The page where the limit of a budget is changed, which leads back to the story. */
const budgetPage = (id: string | undefined, from: string): string =>
  `/budgets?${new URLSearchParams({ ...(id !== undefined && { raise: id }), from })}`

/** The server saves such an answer by itself; a retry would add another answer. */
const isSavedLater = ({ code }: TurnError) => code === 'not-stored'

const quote = (message: string, host: string | undefined) =>
  host === undefined ? message : playerText('answerStatus.fromHost', { host, message })
