import { type SyntheticEvent, useEffect, useRef, useState } from 'react'

import { pressedKey } from '../../hooks/pressedKey.ts'
import { budgetText } from '../../text/budgets.ts'
import type { Budget } from '../../types/api.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { TextField } from '../common/TextField.tsx'
import type { BudgetRefusal } from './budgetActions.ts'
import styles from './Budgets.module.css'
import { readNumber } from './readNumber.ts'

interface LimitEditorProps {
  readonly budget: Budget
  readonly onSave: (limit: number) => Promise<BudgetRefusal | null>
  readonly onClose: () => void
}

/** The limit of a budget as a field, which has the focus. */
export function LimitEditor({ budget, onSave, onClose }: LimitEditorProps) {
  const [value, setValue] = useState(String(budget.limit))
  const [refusal, setRefusal] = useState<BudgetRefusal | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [])

  const save = async (): Promise<void> => {
    const refused = await onSave(readNumber(value))
    setRefusal(refused)
    if (refused === null) onClose()
  }
  const handleSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    void save()
  }
  return (
    <form
      ref={form}
      className={styles.editor}
      onSubmit={handleSubmit}
      onKeyDown={(event) => {
        if (pressedKey(event) === 'Escape') onClose()
      }}
    >
      <TextField
        label={budgetText('newLimit')}
        inputMode="decimal"
        value={value}
        error={refusal?.limit}
        onChange={setValue}
      />
      <div className={styles.buttons}>
        <Button type="submit">{budgetText('save')}</Button>
        <Button variant="quiet" onClick={onClose}>
          {budgetText('cancel')}
        </Button>
      </div>
      {refusal !== null && refusal.limit === undefined && <ErrorNotice error={refusal.error} />}
    </form>
  )
}
