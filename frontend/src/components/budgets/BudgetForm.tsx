import { type SyntheticEvent, useState } from 'react'

import { budgetText } from '../../text/budgets.ts'
import type { BudgetCreate } from '../../types/api.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ChoiceGroup } from '../common/ChoiceGroup.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { TextField } from '../common/TextField.tsx'
import type { BudgetActions, BudgetRefusal } from './budgetActions.ts'
import styles from './Budgets.module.css'
import { readNumber } from './readNumber.ts'

const SCOPES = ['session', 'day', 'month'] as const
const UNITS = ['money', 'tokens', 'turns'] as const

/** A new budget. */
export function BudgetForm({ onCreate }: { readonly onCreate: BudgetActions['create'] }) {
  const [scope, setScope] = useState<BudgetCreate['scope']>('day')
  const [unit, setUnit] = useState<BudgetCreate['unit']>('money')
  const [limit, setLimit] = useState('')
  const [refusal, setRefusal] = useState<BudgetRefusal | null>(null)

  const create = async (): Promise<void> => {
    const refused = await onCreate({ scope, unit, limit: readNumber(limit) })
    setRefusal(refused)
    if (refused === null) setLimit('')
  }
  const handleSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    void create()
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} aria-label={budgetText('new.title')}>
      <ChoiceGroup
        label={budgetText('new.scope')}
        choices={SCOPES}
        labels={{
          session: budgetText('new.scopes.session'),
          day: budgetText('new.scopes.day'),
          month: budgetText('new.scopes.month'),
        }}
        value={scope}
        onChange={setScope}
      />
      <ChoiceGroup
        label={budgetText('new.unit')}
        choices={UNITS}
        labels={{
          money: budgetText('new.units.money'),
          tokens: budgetText('new.units.tokens'),
          turns: budgetText('new.units.turns'),
        }}
        value={unit}
        onChange={setUnit}
      />
      <TextField
        label={budgetText('new.limit')}
        inputMode="decimal"
        value={limit}
        hint={budgetText(`new.hint.${unit}`)}
        error={refusal?.limit}
        onChange={setLimit}
      />
      <div>
        <Button type="submit">{budgetText('new.create')}</Button>
      </div>
      {refusal !== null && refusal.limit === undefined && <ErrorNotice error={refusal.error} />}
    </form>
  )
}
