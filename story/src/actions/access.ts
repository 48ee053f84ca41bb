import type { Condition } from '../expressions/expression.ts'
import type { ActionCall, Effect, Entity, Gamebook } from '../gamebook/gamebook.ts'

/** A call of an action as the gamebook's file writes it: only the fixed values of its payload are known. */
export interface StaticCall {
  /** The entities that `entity_id` can name. */
  readonly subjects: readonly Entity[]
  readonly args: ActionCall['args']
  /** Whether edges and visibility limit it, as they limit a tool call. */
  readonly isBound: boolean
}

/** Collects what actions can read and write. Expressions in the payload are recorded elsewhere, for every action. */
export interface AccessRecorder {
  readonly gamebook: Gamebook
  readCondition: (condition: Condition | null) => void
  /** The guard of a topic that only narrates: it matters only if a rule asks whether the topic was discussed. */
  readTopicGuard: (speakerId: string, topicId: string, guard: Condition | null) => void
  readField: (entity: Entity, field: string) => void
  readVisibility: (entity: Entity) => void
  /** Records a read of whether a container shows its items. */
  readPresence: (container: Entity) => void
  /** Records a read of the holder of every item. */
  readHolders: () => void
  writeField: (entityId: string, field: string, access?: FieldAccess) => void
  enterNode: (graphId: string, nodeId: string) => void
  /** Records a read of whether a topic was asked. */
  readTopic: (speakerId: string, topicId: string) => void
  discussTopic: (speakerId: string, topicId: string) => void
  endStory: () => void
  /** Effects that the action brings with it. */
  performEffects: (effects: readonly Effect[]) => void
  resetStory: () => void
}

export interface FieldAccess {
  /** The amount added to a number; null if it is only known during play. */
  readonly increment?: number | null
  /** Whether it can write something other than a number. */
  readonly isNonNumeric?: boolean
  /** Whether the field's current value can make the engine refuse the action. */
  readonly decidesRefusal?: boolean
}

/** Null for a value that is not a text, or is only known during play. */
export function fixedText(args: ActionCall['args'], key: string): string | null {
  const value = args.get(key)
  return typeof value === 'string' ? value : null
}
