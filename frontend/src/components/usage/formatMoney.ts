/** An amount as people write it: $4.30, 0.6¢. */
export function formatMoney(amount: number, currency: string): string {
  const size = Math.abs(amount)
  if (currency === 'USD' && size > 0 && size < 0.995) return formatCents(amount * 100)
  const digits = size === 0 || size >= 0.995 ? undefined : { maximumSignificantDigits: 2 }
  return new Intl.NumberFormat('en', { style: 'currency', currency, ...digits }).format(amount)
}

/** Several currencies are never added. */
export const formatCosts = (costs: readonly { readonly amount: number; readonly currency: string }[]): string =>
  costs.map(({ amount, currency }) => formatMoney(amount, currency)).join(' + ')

function formatCents(cents: number): string {
  if (cents < LEAST_CENTS) return `under ${LEAST_CENTS}¢`
  const digits = cents >= 10 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 }
  return `${new Intl.NumberFormat('en', digits).format(cents)}¢`
}

const LEAST_CENTS = 0.01
