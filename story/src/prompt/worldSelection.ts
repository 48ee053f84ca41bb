import type { Text } from '../expressions/expression.ts'
import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { worldOf } from '../traits/worldOf.ts'
import { utf8Length } from '../utf8Length.ts'
import { constantInstructions, isConstant } from './alwaysVisible.ts'
import { nodesByDistance } from './nodesByDistance.ts'
import { promptTypes, type PromptType } from './promptType.ts'
import { worldBlocks } from './worldBlocks.ts'

/** How much of a gamebook is described wherever the player is. */
export interface WorldLimit {
  /** The most bytes of UTF-8 in the section World of the system text. Instructions of types are there even beyond it. */
  readonly worldBytes?: number
}

/**
 * The ids of the entities that are described wherever the player is; null for all of them. Entities that are not nodes
 * come first, in the order of the file, then nodes by their distance from the start, until one doesn't fit. It depends
 * on the gamebook and the limit alone, so the system text never changes during play.
 */
export function selectWorld(gamebook: Gamebook, { worldBytes = Infinity }: WorldLimit): ReadonlySet<string> | null {
  if (worldBytes === Infinity) return null
  const byLimit = known.get(gamebook) ?? new Map<number, ReadonlySet<string> | null>()
  const before = byLimit.get(worldBytes)
  if (before !== undefined) return before
  const selected = select(worldOf(gamebook, startState(0)), worldBytes)
  if (byLimit.size >= MOST_LIMITS) byLimit.clear()
  known.set(gamebook, byLimit.set(worldBytes, selected))
  return selected
}

const known = new WeakMap<Gamebook, Map<number, ReadonlySet<string> | null>>()
/** Models of different sizes that narrate the same gamebook. */
const MOST_LIMITS = 8

interface Candidate {
  readonly entity: Entity
  readonly bytes: number
}

function select(world: World, worldBytes: number): ReadonlySet<string> | null {
  const types = promptTypes(world.gamebook)
  let left = types.reduce((bytes, type) => bytes - frameBytes(world, type), worldBytes)
  const candidates = listCandidates(world, types)
  const firstOut = candidates.findIndex(({ bytes }) => (left -= bytes) < 0)
  return firstOut === -1 ? null : new Set(candidates.slice(0, firstOut).map(({ entity }) => entity.id))
}

function listCandidates(world: World, types: readonly PromptType[]): readonly Candidate[] {
  const typeOf = new Map(types.flatMap((type) => type.entities.map((entity) => [entity.id, type] as const)))
  const others = types.flatMap(({ entities }) =>
    entities.filter((entity) => isConstant(world, entity) && !isNode(entity)),
  )
  return [...others, ...nodesByDistance(world.gamebook)].flatMap((entity) => {
    const type = typeOf.get(entity.id)
    return type === undefined ? [] : [{ entity, bytes: describedBytes(world, type, entity) }]
  })
}

export function isNode({ graphNode }: Entity): boolean {
  return graphNode !== undefined
}

function frameBytes(world: World, type: PromptType): number {
  return blockBytes([`## ${type.name}`, constantInstructions(world, type) ?? ''])
}

/** The bytes in the system text, or about as many in the state of each turn in which the entity is visible. */
function describedBytes(world: World, type: PromptType, entity: Entity): number {
  if (entity.described === undefined) return 0
  if (isConstant(world, entity)) return blockBytes(worldBlocks(world, type, entity))
  const { name, description } = entity.described
  return blockBytes([type.name, sourceOf(name), sourceOf(description)])
}

function blockBytes(blocks: readonly string[]): number {
  return blocks.reduce((bytes, block) => bytes + utf8Length(block) + SEPARATOR.length, 0)
}

const SEPARATOR = '\n\n'

function sourceOf(text: Text): string {
  if (text.kind === 'constant') return text.text
  if (text.kind === 'computed') return text.expression.source
  return text.parts.map((part) => (typeof part === 'string' ? part : part.source)).join('')
}
