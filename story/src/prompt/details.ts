import type { Detail, Entity } from '../gamebook/gamebook.ts'
import { renderOrFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isPresent } from '../traits/visibility.ts'
import { isConstant } from './alwaysVisible.ts'

/** The details that the system text can describe with a constant entity; empty if there are none. */
export function constantDetails(world: World, { id, details }: Entity): string {
  return formatDetails(world, id, details.filter(isConstantDetail), () => {})
}

/** The other details, of an entity that is visible and, for a node, current; empty if there are none. */
export function currentDetails(world: World, entity: Entity, report: ReportFailure): string {
  const { id, details } = entity
  if (details.length === 0 || !isPresent(world, entity, report)) return ''
  const isInSystemText = isConstant(world, entity)
  const shown = details.filter((detail) => !(isInSystemText && isConstantDetail(detail)))
  return formatDetails(world, id, shown, report)
}

function isConstantDetail({ text }: Detail): boolean {
  return text.kind === 'constant'
}

/** `Details:`, then one line each: `- scales, balance: …`. */
function formatDetails(world: World, id: string, details: readonly Detail[], report: ReportFailure): string {
  if (details.length === 0) return ''
  const lines = details.map(({ words, text }) => {
    const rendered = renderOrFallback(world, text, `${id}.details`, report).trim()
    return `- ${words.join(', ')}: ${rendered.replaceAll('\n', '\n  ')}`
  })
  return ['Details:', ...lines].join('\n')
}
