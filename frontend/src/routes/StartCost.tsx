import { TurnCost } from '../components/prices/TurnCost.tsx'
import { useEstimateUsageQuery } from '../services/usage.ts'

interface StartCostProps {
  readonly gamebookId: string
  readonly modelConfigId: string
}

/** What a turn will cost with the chosen model. */
export function StartCost({ gamebookId, modelConfigId }: StartCostProps) {
  const estimate = useEstimateUsageQuery({ gamebookId, modelConfigId })
  // Of the model that was chosen before, there is nothing to say.
  const known = estimate.currentData
  return known === undefined ? null : <TurnCost estimate={known} modelConfigId={modelConfigId} />
}
