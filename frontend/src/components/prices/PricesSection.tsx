import { useState } from 'react'

import { pricesText } from '../../text/prices.ts'
import type { ModelPrices, Prices, UsageTotals } from '../../types/api.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { formatCosts } from '../usage/formatMoney.ts'
import type { UserError } from '../../types/userError.ts'
import { formatPrice } from './formatPrice.ts'
import { formatTableDate } from './formatTableDate.ts'
import { PriceForm, type SavePrices } from './PriceForm.tsx'
import styles from './PricesSection.module.css'

interface PricesSectionProps {
  readonly known: ModelPrices
  /** What the model has used so far. */
  readonly total: UsageTotals
  readonly onSave: SavePrices
  readonly onRemove: () => Promise<UserError | null>
}

/** What a model costs, who says so, and what it has cost so far. */
export function PricesSection({ known, total, onSave, onRemove }: PricesSectionProps) {
  const { prices, source, own, tableDate, page } = known
  const [isEditing, setEditing] = useState(false)
  const [error, setError] = useState<UserError | null>(null)
  const { requests, costs } = total
  return (
    <section id="prices" aria-labelledby="prices-title" className={styles.section}>
      <h2 id="prices-title" tabIndex={-1} className={styles.heading}>
        {pricesText('title')}
      </h2>
      <p>
        {costs.length === 0
          ? pricesText('spentUnknown', { requests })
          : pricesText('spent', { cost: formatCosts(costs), requests })}
      </p>
      {prices === null || source === null ? (
        <p>{pricesText('none')}</p>
      ) : (
        <p>
          {describePrices(prices)} {pricesText(`source.${source}`, { date: formatTableDate(tableDate) })}
        </p>
      )}
      {page !== null && (
        <p>
          <a href={page} target="_blank" rel="noreferrer" className={styles.page}>
            {pricesText('page')}
          </a>
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {isEditing ? (
        <PriceForm initial={own ?? prices} onSave={onSave} onClose={() => setEditing(false)} />
      ) : (
        <div className={styles.actions}>
          <Button variant="outlined" size="sm" onClick={() => setEditing(true)}>
            {pricesText(own === null ? 'edit' : 'change')}
          </Button>
          {own !== null && (
            <Button variant="quiet" size="sm" onClick={() => void onRemove().then(setError)}>
              {pricesText('remove')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

function describePrices({ input, cachedInput, output, currency }: Prices): string {
  return pricesText('known', {
    input: formatPrice(input, currency),
    cached: cachedInput == null ? 'none' : formatPrice(cachedInput, currency),
    output: formatPrice(output, currency),
  })
}
