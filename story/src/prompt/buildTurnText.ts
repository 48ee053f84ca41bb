import type { Entity } from '../gamebook/gamebook.ts'
import { renderOrFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { isVisible } from '../traits/visibility.ts'
import { isConstant } from './constant.ts'
import { entityFacts } from './entityFacts.ts'
import { promptTypes, type PromptType } from './promptType.ts'

/** The state of this turn, which stands above the player's words in the last message and in no later one. */
export function buildTurnText(world: World, report: ReportFailure): string {
  const types = promptTypes(world.gamebook).flatMap((type) => tellType(world, type, report))
  return ['# State of this turn', ...types, ...tellEnding(world)].join('\n\n')
}

function tellType(world: World, type: PromptType, report: ReportFailure): readonly string[] {
  const instructions =
    type.instructions.kind === 'constant'
      ? ''
      : renderOrFallback(world, type.instructions, `${type.id}.instructions`, report).trim()
  const entities = type.entities
    .filter((entity) => isVisible(world, entity, report))
    .flatMap((entity) => tellEntity(world, type, entity, report))
  const blocks = [instructions, ...entities].filter((block) => block !== '')
  return blocks.length === 0 ? [] : [`## ${type.name}`, ...blocks]
}

function tellEntity(world: World, type: PromptType, entity: Entity, report: ReportFailure): readonly string[] {
  const isTold = isConstant(world, entity)
  const description = isTold ? '' : renderDescription(world, entity, report)
  const facts = entityFacts(world, type, entity, report)
  const isNew = entity.described !== undefined && !isTold
  if (!isNew && facts.length === 0) return []
  return [tellHeading(world, type, entity, report), description, facts.join('\n')].filter((block) => block !== '')
}

function tellHeading(world: World, type: PromptType, entity: Entity, report: ReportFailure): string {
  if (entity.described === undefined) return `### ${type.name} (${entity.id})`
  return `### ${type.name}: ${renderName(world, entity, report)} (${entity.id})`
}

function tellEnding({ gamebook, state: { ended } }: World): readonly string[] {
  if (ended === undefined) return []
  const line = 'The story ends with this turn.'
  if ('reason' in ended) return [ended.reason === null ? line : `${line} ${ended.reason}`]
  const text = gamebook.entities.get(ended.node)?.graphNode?.ending?.text?.trim() ?? ''
  const told = `${line} Ending: ${ended.title} (${ended.kind}).`
  return text === '' ? [told] : [told, text]
}
