import type { Condition } from '../expressions/expression.ts'
import type { ActionCall, Entity, Gamebook } from '../gamebook/gamebook.ts'

/** A call of an action before play: only what the file fixes is known of its payload. */
export interface StaticCall {
  /** All that `entity_id` can name. */
  readonly subjects: readonly Entity[]
  readonly args: ActionCall['args']
  /** Whether edges and reach bind it, as they bind a tool. */
  readonly isBound: boolean
}

/** Collects what actions can read and write. Expressions in the payload are recorded for all actions alike. */
export interface AccessRecorder {
  readonly gamebook: Gamebook
  readCondition: (condition: Condition | null) => void
  readField: (entity: Entity, field: string) => void
  readVisibility: (entity: Entity) => void
  /** Whether a container shows what it holds. */
  readPresence: (container: Entity) => void
  /** Where all items are. */
  readHolders: () => void
  writeField: (entityId: string, field: string, access?: FieldAccess) => void
  enterNode: (graphId: string, nodeId: string) => void
  endStory: () => void
  resetStory: () => void
}

export interface FieldAccess {
  /** By how much it changes a number; null: by an amount that only play knows. */
  readonly increment?: number | null
  /** Whether it can write something other than a number. */
  readonly isNonNumeric?: boolean
  /** Whether what the field holds decides if the action is refused. */
  readonly decidesRefusal?: boolean
}

/** The text that the file fixes for a key; null where only play knows it. */
export function fixedText(args: ActionCall['args'], key: string): string | null {
  const value = args.get(key)
  return typeof value === 'string' ? value : null
}
