import type { ActionCall, Effect, Entity, Gamebook } from '../gamebook/gamebook.ts'

/** A call of an action as the gamebook's file writes it: only the fixed values of its payload are known. */
export interface StaticCall {
  /** The entities that `entity_id` can name. */
  readonly subjects: readonly Entity[]
  readonly args: ActionCall['args']
  /** Whether it uses the edges of graphs, as a tool call does. */
  readonly usesEdges: boolean
}

/** Collects what actions can do. */
export interface WriteRecorder {
  readonly gamebook: Gamebook
  writeField: (entityId: string, field: string) => void
  enterNode: (graphId: string, nodeId: string) => void
  discussTopic: (speakerId: string, topicId: string) => void
  /** Effects that the action brings with it. */
  performEffects: (effects: readonly Effect[]) => void
  endStory: () => void
  resetStory: () => void
}

/** Null for a value that is not a text, or is only known during play. */
export function fixedText(args: ActionCall['args'], key: string): string | null {
  const value = args.get(key)
  return typeof value === 'string' ? value : null
}
