import { PriceText } from '../components/prices/PriceText.tsx'
import { useGetModelPricesQuery } from '../services/usage.ts'

/** The price of a model in a list. A model that was deleted has none. */
export function ModelPriceCell({ modelConfigId }: { readonly modelConfigId: string }) {
  const prices = useGetModelPricesQuery(modelConfigId)
  return prices.data === undefined ? '–' : <PriceText modelConfigId={modelConfigId} prices={prices.data} />
}
