import { useState } from 'react'

import { budgetText } from '../../text/budgets.ts'
import type { Budget } from '../../types/api.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import type { BudgetActions, BudgetRefusal } from './budgetActions.ts'
import styles from './Budgets.module.css'
import { formatBudget, formatLimit, formatUsed } from './formatBudget.ts'
import { LimitEditor } from './LimitEditor.tsx'

interface BudgetRowProps {
  readonly budget: Budget
  /** The page was opened to change its limit. */
  readonly startsChanging: boolean
  readonly actions: BudgetActions
}

/** A budget with what is used of it. */
export function BudgetRow({ budget, startsChanging, actions }: BudgetRowProps) {
  const [mode, setMode] = useState<'shown' | 'changing' | 'deleting'>(startsChanging ? 'changing' : 'shown')
  /** Its button gets the focus back. */
  const [closed, setClosed] = useState<'changing' | 'deleting' | null>(null)
  const [refusal, setRefusal] = useState<BudgetRefusal | null>(null)
  const close = (): void => {
    setClosed(mode === 'shown' ? null : mode)
    setMode('shown')
  }
  const name = formatBudget(budget)
  return (
    <li className={styles.row} data-state={budget.state}>
      <div className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        {budget.state !== 'open' && (
          <span className={styles.state}>{budgetText(budget.state === 'warning' ? 'warning' : 'usedUp')}</span>
        )}
      </div>
      <Use budget={budget} name={name} />
      {mode === 'changing' && (
        <LimitEditor budget={budget} onSave={(limit) => actions.change(budget.id, limit)} onClose={close} />
      )}
      {mode === 'shown' && (
        <div className={styles.buttons}>
          <Button
            variant="outlined"
            autoFocus={closed === 'changing'}
            aria-label={budgetText('changeLabel', { budget: name })}
            onClick={() => setMode('changing')}
          >
            {budgetText('change')}
          </Button>
          <Button
            variant="quiet"
            autoFocus={closed === 'deleting'}
            aria-label={budgetText('deleteLabel', { budget: name })}
            onClick={() => setMode('deleting')}
          >
            {budgetText('delete')}
          </Button>
        </div>
      )}
      {mode === 'deleting' && (
        <div className={styles.buttons} role="group" aria-label={budgetText('deleteLabel', { budget: name })}>
          <p className={styles.question}>{budgetText('confirmDelete')}</p>
          <Button autoFocus onClick={() => void actions.remove(budget.id).then(setRefusal)}>
            {budgetText('delete')}
          </Button>
          <Button variant="quiet" onClick={close}>
            {budgetText('cancel')}
          </Button>
        </div>
      )}
      {refusal !== null && <ErrorNotice error={refusal.error} />}
    </li>
  )
}

/** What is used and reserved, as text and as a bar. */
function Use({ budget, name }: { readonly budget: Budget; readonly name: string }) {
  const { unit, limit, used, reserved, endsAt } = budget
  if (used === null) return <p className={styles.detail}>{budgetText('eachSession')}</p>
  const text = budgetText('used', { used: formatUsed(unit, used), limit: formatLimit(unit, limit) })
  return (
    <>
      <div
        className={styles.bar}
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={text}
      >
        <span className={styles.reserved} style={{ inlineSize: share(used + (reserved ?? 0), limit) }} />
        <span className={styles.used} style={{ inlineSize: share(used, limit) }} />
      </div>
      <p className={styles.detail}>
        {text}
        {reserved !== null && reserved > 0 && `, ${budgetText('reserved', { amount: formatUsed(unit, reserved) })}`}
        {'. '}
        {endsAt !== null && budgetText('startsOver', { date: DATE.format(new Date(endsAt)) })}
      </p>
    </>
  )
}

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long' })

const share = (amount: number, limit: number): string => `${Math.min((100 * amount) / limit, 100)}%`
