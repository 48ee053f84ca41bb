import type { ResolvedAddress } from './address/resolveAddress.ts'
import type { RequestOptions } from './createRequestOptions.ts'
import type { ModelRecipe } from './modelConfig.ts'
import type { Narrator } from './narrator.ts'

/** The model of a form, saved or not, ready for requests. */
export interface DraftModel extends Pick<
  Narrator,
  'prompt' | 'toolStyle' | 'snapshot' | 'redact' | 'secretForms' | 'nearestModels' | 'findCutPrompt' | 'findPrices'
> {
  readonly recipe: ModelRecipe
  /** May ask a local server about its model. */
  readonly createRequestOptions: () => Promise<RequestOptions>
  /** Empty for a model that is not saved. */
  readonly modelConfigId: string
  readonly apiKey: string | null
  /** Null for the built-in narrator. */
  readonly address: ResolvedAddress | null
}
