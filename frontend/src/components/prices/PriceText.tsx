import { Link } from 'wouter'

import { pricesText } from '../../text/prices.ts'
import type { ModelPrices } from '../../types/api.ts'
import { formatPrice } from './formatPrice.ts'

interface PriceTextProps {
  readonly modelConfigId: string
  readonly prices: ModelPrices
}

/** The price of a model in a few words, or where to set it. */
export function PriceText({ modelConfigId, prices: { prices } }: PriceTextProps) {
  const href = `/models/${modelConfigId}#prices`
  if (prices === null) {
    return (
      <>
        {pricesText('unknown')}
        <small>
          <Link href={href}>{pricesText('set')}</Link>
        </small>
      </>
    )
  }
  const { input, output, currency } = prices
  return (
    <>
      <Link href={href}>
        {pricesText('short', { input: formatPrice(input, currency), output: formatPrice(output, currency) })}
      </Link>
      <small>{pricesText('perMillion')}</small>
    </>
  )
}
