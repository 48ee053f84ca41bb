import { Link } from 'wouter'

import { budgetText } from '../../text/budgets.ts'
import type { Budget } from '../../types/api.ts'
import styles from './BudgetWarning.module.css'
import { formatBudget } from './formatBudget.ts'

interface BudgetWarningProps {
  readonly budgets: readonly Budget[]
  /** The session that the page of budgets leads back to. */
  readonly sessionId: string
}

/** The budget that has least left, if it is nearly used up. */
export function BudgetWarning({ budgets, sessionId }: BudgetWarningProps) {
  const [fullest] = budgets.filter(({ state }) => state !== 'open').sort((one, other) => share(other) - share(one))
  if (fullest === undefined) return null
  const budget = formatBudget(fullest)
  return (
    <p className={styles.warning}>
      {fullest.state === 'used-up'
        ? budgetText('note.usedUp', { budget })
        : budgetText('note.warning', { budget, percent: Math.floor(100 * share(fullest)) })}{' '}
      <Link href={`/budgets?${new URLSearchParams({ raise: fullest.id, from: `/sessions/${sessionId}` })}`}>
        {budgetText('change')}
      </Link>
    </p>
  )
}

const share = ({ used, limit }: Budget): number => (used ?? 0) / limit
