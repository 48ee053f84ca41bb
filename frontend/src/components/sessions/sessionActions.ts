import type { UserError } from '../../types/userError.ts'

/** What can be done with a session of a list. Each resolves to what went wrong, or null. */
export interface SessionActions {
  readonly rename: (id: string, title: string) => Promise<UserError | null>
  readonly duplicate: (id: string) => Promise<UserError | null>
  readonly remove: (id: string) => Promise<UserError | null>
  readonly restore: (id: string) => Promise<UserError | null>
  readonly removeForever: (id: string) => Promise<UserError | null>
}
