import { budgetText } from '../../text/budgets.ts'
import type { Budget } from '../../types/api.ts'
import type { BudgetActions } from './budgetActions.ts'
import { BudgetForm } from './BudgetForm.tsx'
import { BudgetRow } from './BudgetRow.tsx'
import styles from './Budgets.module.css'

interface BudgetSectionProps {
  readonly budgets: readonly Budget[]
  /** The budget whose limit is to be changed at once. */
  readonly raisedId: string | null
  readonly actions: BudgetActions
}

/** All budgets, and a form for a new one. */
export function BudgetSection({ budgets, raisedId, actions }: BudgetSectionProps) {
  return (
    <div className={styles.section}>
      {budgets.length === 0 ? (
        <p className={styles.detail}>{budgetText('none')}</p>
      ) : (
        <ul className={styles.list}>
          {budgets.map((budget) => (
            <BudgetRow key={budget.id} budget={budget} startsChanging={budget.id === raisedId} actions={actions} />
          ))}
        </ul>
      )}
      <h2 className={styles.heading}>{budgetText('new.title')}</h2>
      <BudgetForm onCreate={actions.create} />
    </div>
  )
}
