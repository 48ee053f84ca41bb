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
  | { readonly kind: 'refused'; readonly error: UserError; readonly errors: FieldErrors }
  /** Another page or tab has changed it since it was read. */
  | { readonly kind: 'edited-elsewhere'; readonly theirs: ModelConfig }
  | { readonly kind: 'deleted-elsewhere' }

/** The server's answer, or the reason why there is none. */
export type RequestResult<Answer> = { readonly answer: Answer } | { readonly error: UserError }

/** The requests of the form, so the form itself makes none. */
export interface ModelConfigFormActions {
  readonly save: (request: SaveRequest) => Promise<SaveOutcome>
  readonly previewAddress: (draft: AddressDraft) => Promise<AddressPreview | null>
  readonly listModels: (draft: ModelConfigDraft) => Promise<RequestResult<FetchedModels>>
  /** Makes the server send a parameter again that the model rejected. */
  readonly clearRefusedParameter: (id: string, parameter: string) => Promise<void>
  readonly test: (
    draft: ModelConfigDraft,
    onStep: (step: TestStep) => void,
    onLoading?: () => void,
  ) => Promise<RequestResult<ConnectionTest>>
}
