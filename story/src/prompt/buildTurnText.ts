import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { listActionLines } from './actionLines.ts'
import { listTypeBlocks, type TypeBlocks } from './stateBlocks.ts'
import type { WorldLimit } from './worldSelection.ts'
import { TURN_HEADINGS } from './headings.ts'

/**
 * The state of this turn, and what can be done now. It precedes the player's text in the last message, and later
 * requests leave it out.
 * @param narrations the author's words that no call of this turn has brought
 */
export function buildTurnText(
  world: World,
  report: ReportFailure,
  narrations: readonly string[] = [],
  limit: WorldLimit = {},
): string {
  const types = listTypeBlocks(world, report, limit).flatMap(formatType)
  const lines = listActionLines(world, report)
  return [
    ...[`# ${TURN_HEADINGS.state}`, ...types, ...endingBlocks(world)],
    ...(lines.length === 0 ? [] : [`# ${TURN_HEADINGS.actions}`, lines.join('\n')]),
    ...momentBlocks(narrations),
  ].join('\n\n')
}

/** What the state of this turn says since `before`: what is new, and what has changed of what was there. */
export function buildStateUpdate(before: World, after: World, report: ReportFailure, limit: WorldLimit = {}): string {
  const known = new Map(listTypeBlocks(before, ignore, limit).map((type) => [type.id, type]))
  const types = listTypeBlocks(after, report, limit).flatMap((type) => formatNews(type, known.get(type.id)))
  const ending = before.state.ended === undefined ? endingBlocks(after) : []
  return [...types, ...ending].join('\n\n')
}

/** The author's words, which stand apart from the state and from the player's text. */
export function momentBlocks(narrations: readonly string[]): readonly string[] {
  return narrations.length === 0 ? [] : [`# ${TURN_HEADINGS.moment}`, ...narrations]
}

function formatType({ name, instructions, entities }: TypeBlocks): readonly string[] {
  const blocks = entities.flatMap(({ heading, isDescribed, texts, facts }, index) =>
    // Without a name, the heading of the type is enough.
    [isDescribed || index > 0 ? `### ${heading}` : '', ...texts, facts.join('\n')],
  )
  return [`## ${name}`, instructions, ...blocks].filter((block) => block !== '')
}

function formatNews({ instructions, entities }: TypeBlocks, before: TypeBlocks | undefined): readonly string[] {
  const known = new Map(before?.entities.map((entity) => [entity.id, entity]))
  const blocks = entities.flatMap(({ id, heading, texts, facts }) => {
    const entity = known.get(id)
    const newTexts = texts.filter((text) => entity?.texts.includes(text) !== true)
    const newFacts = facts.filter((fact) => entity?.facts.includes(fact) !== true)
    const isKnown = newTexts.length + newFacts.length === 0 && entity?.heading === heading
    return isKnown ? [] : [`### ${heading}`, ...newTexts, newFacts.join('\n')]
  })
  return [instructions === before?.instructions ? '' : instructions, ...blocks].filter((block) => block !== '')
}

function endingBlocks({ gamebook, state: { ended } }: World): readonly string[] {
  if (ended === undefined) return []
  const line = 'The story ends with this turn.'
  if ('reason' in ended) return [ended.reason === null ? line : `${line} ${ended.reason}`]
  const text = gamebook.entities.get(ended.node)?.graphNode?.ending?.text?.trim() ?? ''
  const heading = `${line} Ending: ${ended.title} (${ended.kind}).`
  return text === '' ? [heading] : [heading, text]
}

function ignore(): void {}
