import type {
  AddressDraft,
  AddressPreview,
  ConnectionTest,
  FetchedModels,
  ModelConfig,
  ModelConfigCreate,
  ModelConfigDraft,
  ModelConfigUpdate,
  TestStep,
} from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import type { FieldErrors } from './toModelConfigBody.ts'

export type SaveRequest =
  | { readonly kind: 'create'; readonly body: ModelConfigCreate }
  | { readonly kind: 'update'; readonly id: string; readonly body: ModelConfigUpdate }

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly trouble: UserError; readonly errors: FieldErrors }
  /** Somebody has changed it since it was read. */
  | { readonly kind: 'edited-elsewhere'; readonly theirs: ModelConfig }
  | { readonly kind: 'deleted-elsewhere' }

/** An answer of the server, or why there is none. */
export type RequestResult<Answer> = { readonly answer: Answer } | { readonly trouble: UserError }

/** What the form asks for; it knows nothing of requests. */
export interface ModelConfigFormActions {
  readonly save: (request: SaveRequest) => Promise<SaveOutcome>
  readonly previewAddress: (draft: AddressDraft) => Promise<AddressPreview | null>
  readonly listModels: (draft: ModelConfigDraft) => Promise<RequestResult<FetchedModels>>
  /** What a model once refused is tried again. */
  readonly forgetRefusal: (id: string, parameter: string) => Promise<void>
  readonly test: (draft: ModelConfigDraft, onStep: (step: TestStep) => void) => Promise<RequestResult<ConnectionTest>>
}
