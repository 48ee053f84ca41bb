import type { Entity } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { isVisible } from '../traits/visibility.ts'
import { constantInstructions, isConstant } from './alwaysVisible.ts'
import { currentDetails } from './details.ts'
import { entityFacts } from './entityFacts.ts'
import { listNearNodes } from './nearNodes.ts'
import { promptTypes, renderInstructions, type PromptType } from './promptType.ts'
import { isNode, selectWorld, type WorldLimit } from './worldSelection.ts'

/** What the state of a turn says about a type and its entities. */
export interface TypeBlocks {
  readonly id: string
  readonly name: string
  /** Empty if the system text has them, or if they are not due. */
  readonly instructions: string
  readonly entities: readonly EntityBlock[]
}

export interface EntityBlock {
  readonly id: string
  /** `Person: Sexton`; the type alone for an entity that is not described. */
  readonly heading: string
  readonly isDescribed: boolean
  /** The description and the details, as far as the system text does not have them. */
  readonly texts: readonly string[]
  readonly facts: readonly string[]
}

/** The types that have something now, in the order of the file. */
export function listTypeBlocks(world: World, report: ReportFailure, limit: WorldLimit = {}): readonly TypeBlocks[] {
  const selected = selectWorld(world.gamebook, limit)
  const scope: Scope = { world, report, selected, near: selected === null ? null : listNearNodes(world) }
  return promptTypes(world.gamebook)
    .map((type) => toTypeBlocks(scope, type))
    .filter(({ instructions, entities }) => instructions !== '' || entities.length > 0)
}

interface Scope {
  readonly world: World
  readonly report: ReportFailure
  /** The entities that are described wherever the player is; null for all of them. */
  readonly selected: ReadonlySet<string> | null
  readonly near: ReadonlySet<string> | null
}

/** Of the other nodes, only those near the player are sent. */
function isInReach({ selected, near }: Scope, entity: Entity): boolean {
  return selected === null || !isNode(entity) || selected.has(entity.id) || near?.has(entity.id) === true
}

function toTypeBlocks(scope: Scope, type: PromptType): TypeBlocks {
  const { world, report } = scope
  const isSeen = (entity: Entity): boolean => isVisible(world, entity, report)
  const visible = type.entities.filter((entity) => isInReach(scope, entity) && isSeen(entity))
  const isDue =
    constantInstructions(world, type) === null &&
    (visible.length > 0 || type.entities.length === 0 || type.entities.some(isSeen))
  return {
    id: type.id,
    name: type.name,
    instructions: isDue ? renderInstructions(world, type, report) : '',
    entities: visible.flatMap((entity) => toEntityBlock(scope, type, entity)),
  }
}

function toEntityBlock(scope: Scope, type: PromptType, entity: Entity): readonly EntityBlock[] {
  const { world, report, selected } = scope
  const isLeftOut = selected?.has(entity.id) === false
  const isInSystemText = isConstant(world, entity) && !isLeftOut
  const isDescribed = entity.described !== undefined
  const description = isInSystemText ? '' : renderDescription(world, entity, report)
  const details = currentDetails(world, entity, report, isInSystemText)
  const facts = entityFacts(world, type, entity, report)
  // Something constant that is nowhere, and of which nothing is known now, can wait.
  if (isLeftOut && !isNode(entity) && isConstant(world, entity) && facts.length === 0) return []
  const texts = [description, details].filter((text) => text !== '')
  if (texts.length + facts.length === 0 && (!isDescribed || isInSystemText)) return []
  const heading = isDescribed ? `${type.name}: ${renderName(world, entity, report)}` : type.name
  return [{ id: entity.id, heading, isDescribed, texts, facts }]
}
