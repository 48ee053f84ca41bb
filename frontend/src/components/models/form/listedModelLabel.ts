import type { ListedModel } from '../../../types/api.ts'

const COUNT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** What a provider's list says of a model, in a few words. */
export function listedModelLabel({ contextWindow, tools, price }: ListedModel): string {
  return [
    contextWindow === undefined ? null : `${COUNT.format(contextWindow)} tokens`,
    tools === false ? 'no tools' : null,
    price === undefined ? null : tellPrice(price),
  ]
    .filter(Boolean)
    .join(' · ')
}

function tellPrice({ input, output }: { readonly input: number; readonly output: number }): string {
  return input === 0 && output === 0 ? 'free' : `$${round(input)} in, $${round(output)} out`
}

const round = (price: number) => Number(price.toPrecision(3)).toString()
