import type { ResolvedAddress } from './address/resolveAddress.ts'
import type { ModelRecipe } from './modelConfig.ts'
import type { Narrator } from './narrator.ts'

/** The model of a form, saved or not, ready for requests. */
export interface DraftModel extends Pick<
  Narrator,
  'prompt' | 'snapshot' | 'callOptions' | 'redact' | 'secretForms' | 'nearestModels' | 'findCutPrompt'
> {
  readonly recipe: ModelRecipe
  readonly apiKey: string | null
  /** Null for the built-in narrator. */
  readonly address: ResolvedAddress | null
}
