import type { Trouble } from '../../types/trouble.ts'

/** What can be done with the models of the list. */
export interface ModelListActions {
  readonly order: (ids: readonly string[]) => void
  readonly duplicate: (id: string) => void
  readonly test: (id: string) => Promise<Trouble | null>
  readonly remove: (id: string) => Promise<Trouble | null>
}
