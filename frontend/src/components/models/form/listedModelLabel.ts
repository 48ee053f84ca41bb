import { modelFormText } from '../../../text/modelForm.ts'
import type { ListedModel } from '../../../types/api.ts'

const COUNT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** The facts that a provider's list has about a model, in a few words. */
export function listedModelLabel({ contextWindow, tools, price }: ListedModel): string {
  return [
    contextWindow === undefined ? null : modelFormText('modelName.tokens', { count: COUNT.format(contextWindow) }),
    tools === false ? modelFormText('modelName.noTools') : null,
    price === undefined ? null : priceLabel(price),
  ]
    .filter(Boolean)
    .join(' · ')
}

function priceLabel({ input, output }: { readonly input: number; readonly output: number }): string {
  if (input === 0 && output === 0) return modelFormText('modelName.free')
  return modelFormText('modelName.price', { input: dollars(input), output: dollars(output) })
}

const dollars = (price: number) => `$${Number(price.toPrecision(3))}`
