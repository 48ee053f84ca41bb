import { PricesSection } from '../components/prices/PricesSection.tsx'
import type { SavePrices } from '../components/prices/PriceForm.tsx'
import { useHashTarget } from '../hooks/useHashTarget.ts'
import { toFieldErrors } from '../services/toFieldErrors.ts'
import { toUserError } from '../services/toUserError.ts'
import {
  useDeleteModelPricesMutation,
  useGetModelPricesQuery,
  useGetUsageQuery,
  useSaveModelPricesMutation,
} from '../services/usage.ts'

/** The prices of a saved model, and what it has cost. */
export function ModelPrices({ id }: { readonly id: string }) {
  const known = useGetModelPricesQuery(id, { refetchOnMountOrArgChange: true })
  const usage = useGetUsageQuery({ modelConfigId: id })
  const [savePrices] = useSaveModelPricesMutation()
  const [deletePrices] = useDeleteModelPricesMutation()
  useHashTarget('prices', known.data !== undefined && usage.data !== undefined)

  const save: SavePrices = async (prices) => {
    const { error } = await savePrices({ id, prices })
    return error === undefined ? null : { fields: toFieldErrors(error), error: toUserError(error) }
  }
  const remove = async () => {
    const { error } = await deletePrices(id)
    return error === undefined ? null : toUserError(error)
  }
  if (known.data === undefined || usage.data === undefined) return null
  return <PricesSection known={known.data} total={usage.data.total} onSave={save} onRemove={remove} />
}
