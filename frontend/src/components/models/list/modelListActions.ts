import type { UserError } from '../../../types/userError.ts'

export interface ModelListActions {
  readonly order: (ids: readonly string[]) => void
  readonly duplicate: (id: string) => void
  readonly test: (id: string) => Promise<UserError | null>
  readonly remove: (id: string) => Promise<UserError | null>
}
