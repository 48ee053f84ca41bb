import { Link } from 'wouter'

import { pricesText } from '../../text/prices.ts'
import type { UsageEstimate } from '../../types/api.ts'
import { formatMoney } from '../usage/formatMoney.ts'
import styles from './PricesSection.module.css'

interface TurnCostProps {
  readonly estimate: UsageEstimate
  readonly modelConfigId: string
}

/** What a turn will cost, about. Nothing for a narrator that sends nothing. */
export function TurnCost({ estimate: { cost, inputTokens }, modelConfigId }: TurnCostProps) {
  if (inputTokens === 0) return null
  if (cost === null) {
    return (
      <p className={styles.turn}>
        {pricesText.rich('turn.unknown', {
          link: (words) => <Link href={`/models/${modelConfigId}#prices`}>{words}</Link>,
        })}
      </p>
    )
  }
  return (
    <p className={styles.turn}>
      {pricesText('turn.about', { cost: formatMoney(cost.amount, cost.currency), source: cost.source })}{' '}
      {pricesText('turn.later')}
    </p>
  )
}
