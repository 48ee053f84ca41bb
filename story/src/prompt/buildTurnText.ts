import type { Entity } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { isVisible } from '../traits/visibility.ts'
import { constantInstructions, isConstant } from './alwaysVisible.ts'
import { currentDetails } from './details.ts'
import { entityFacts } from './entityFacts.ts'
import { promptTypes, renderInstructions, type PromptType } from './promptType.ts'

/**
 * The state of this turn. It precedes the player's text in the last message, and later requests leave it out.
 * @param narrations the author's words that no call of this turn has brought
 */
export function buildTurnText(world: World, report: ReportFailure, narrations: readonly string[] = []): string {
  const types = promptTypes(world.gamebook).flatMap((type) => typeBlocks(world, type, report))
  const moment = narrations.length === 0 ? [] : ["# The author's words for this moment", ...narrations]
  return ['# State of this turn', ...types, ...moment, ...endingBlocks(world)].join('\n\n')
}

function typeBlocks(world: World, type: PromptType, report: ReportFailure): readonly string[] {
  const visible = type.entities.filter((entity) => isVisible(world, entity, report))
  const isHere = visible.length > 0 || type.entities.length === 0
  const isDue = isHere && constantInstructions(world, type) === null
  const instructions = isDue ? renderInstructions(world, type, report) : ''
  const entities = visible.flatMap((entity) => entityBlocks(world, type, entity, report))
  const blocks = [instructions, ...entities].filter((block) => block !== '')
  return blocks.length === 0 ? [] : [`## ${type.name}`, ...blocks]
}

function entityBlocks(world: World, type: PromptType, entity: Entity, report: ReportFailure): readonly string[] {
  const isInSystemText = isConstant(world, entity)
  const description = isInSystemText ? '' : renderDescription(world, entity, report)
  const facts = entityFacts(world, type, entity, report)
  const details = currentDetails(world, entity, report)
  const isNew = entity.described !== undefined && !isInSystemText
  if (!isNew && details === '' && facts.length === 0) return []
  const blocks = [entityHeading(world, type, entity, report), description, details, facts.join('\n')]
  return blocks.filter((block) => block !== '')
}

function entityHeading(world: World, type: PromptType, entity: Entity, report: ReportFailure): string {
  if (entity.described === undefined) return `### ${type.name} (${entity.id})`
  return `### ${type.name}: ${renderName(world, entity, report)} (${entity.id})`
}

function endingBlocks({ gamebook, state: { ended } }: World): readonly string[] {
  if (ended === undefined) return []
  const line = 'The story ends with this turn.'
  if ('reason' in ended) return [ended.reason === null ? line : `${line} ${ended.reason}`]
  const text = gamebook.entities.get(ended.node)?.graphNode?.ending?.text?.trim() ?? ''
  const heading = `${line} Ending: ${ended.title} (${ended.kind}).`
  return text === '' ? [heading] : [heading, text]
}
