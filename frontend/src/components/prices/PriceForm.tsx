import { useState } from 'react'

import { pricesText } from '../../text/prices.ts'
import type { Prices } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { TextField } from '../common/TextField.tsx'
import { type PriceValues, readPrices, toPriceValues } from './priceValues.ts'
import styles from './PricesSection.module.css'

/** The messages of the server by field, or one error. */
export interface PriceFailure {
  readonly fields: Readonly<Record<string, string>>
  readonly error: UserError
}

export type SavePrices = (prices: Prices) => Promise<PriceFailure | null>

interface PriceFormProps {
  readonly initial: Prices | null
  readonly onSave: SavePrices
  readonly onClose: () => void
}

/** The prices that someone enters for a model. */
export function PriceForm({ initial, onSave, onClose }: PriceFormProps) {
  const [values, setValues] = useState(() => toPriceValues(initial))
  const [failure, setFailure] = useState<PriceFailure | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const { prices, errors } = readPrices(values)
  const shown: Readonly<Record<string, string>> = { ...failure?.fields, ...(isChecked && errors) }

  const save = async () => {
    setChecked(true)
    if (prices === null || isSaving) return
    setSaving(true)
    const failed = await onSave(prices)
    setSaving(false)
    setFailure(failed)
    if (failed === null) onClose()
  }
  const field = (name: keyof PriceValues, hint?: string) => (
    <TextField
      label={pricesText(`field.${name}`)}
      aside={name === 'currency' ? undefined : pricesText('field.perMillion')}
      hint={hint}
      value={values[name]}
      error={shown[name]}
      {...(name !== 'currency' && { inputMode: 'decimal' })}
      maxLength={20}
      onChange={(value) => {
        setValues({ ...values, [name]: value })
        setFailure(null)
      }}
    />
  )
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {field('currency', pricesText('field.currencyHint'))}
      {field('input')}
      {field('output', pricesText('field.outputHint'))}
      {field('cachedInput', pricesText('field.optional'))}
      {field('cacheWrite', pricesText('field.optional'))}
      {failure !== null && Object.keys(failure.fields).length === 0 && <ErrorNotice error={failure.error} />}
      <div className={styles.actions}>
        <Button type="submit" size="sm">
          {pricesText('save')}
        </Button>
        <Button variant="quiet" size="sm" onClick={onClose}>
          {pricesText('cancel')}
        </Button>
      </div>
    </form>
  )
}
