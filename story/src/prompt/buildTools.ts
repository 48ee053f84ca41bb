import type { Edge, GamebookFunction } from '../gamebook.ts'
import { holdsOrReport, renderOrReport, type ReportFailure } from '../state/tolerant.ts'
import type { World } from '../state/world.ts'
import { tellWay } from '../traits/graph/prompt.ts'
import { offeredWays } from '../traits/graph/tools.ts'

/** A function as a language model is offered it. */
export interface ToolDefinition {
  readonly name: string
  readonly description: string
  readonly strict: true
  readonly parameters: ToolParameters
}

/** The JSON Schema of a tool's arguments. */
export interface ToolParameters {
  readonly type: 'object'
  readonly additionalProperties: false
  readonly required: readonly string[]
  readonly properties: {
    readonly [name: string]: { readonly type: 'string'; readonly description: string; readonly enum: readonly string[] }
  }
}

/** The tools that are offered now, in the order of the file: a guard that fails or a choice without a value offers none. */
export function buildTools(world: World, report: ReportFailure): readonly ToolDefinition[] {
  return offeredFunctions(world, report).map(({ fn, ways }) => ({
    name: fn.name,
    description: renderOrReport(world, fn.description, `${fn.name}.description`, report).trim(),
    strict: true,
    parameters: toParameters(fn, ways),
  }))
}

/** The functions that can be called now, with the ways each may take; null where the author fixed the target. */
export function offeredFunctions(
  world: World,
  report: ReportFailure,
): readonly { fn: GamebookFunction; ways: readonly Edge[] | null }[] {
  if (world.state.ended !== undefined) return []
  return world.gamebook.functions.flatMap((fn) => {
    if (!holdsOrReport(world, fn.enabled, `${fn.name}.enabled`, report)) return []
    const ways = offeredWays(world, fn, report)
    return ways?.length === 0 ? [] : [{ fn, ways }]
  })
}

function toParameters(fn: GamebookFunction, ways: readonly Edge[] | null): ToolParameters {
  if (ways === null) return { type: 'object', additionalProperties: false, required: [], properties: {} }
  const description = fn.properties.has('to') ? (fn.properties.get('to') ?? '') : 'The id of the next node.'
  const labels = ways.map(tellWay).filter((label) => label !== null)
  const to = {
    type: 'string',
    description: [description, ...labels].join('\n'),
    enum: ways.map((way) => way.to),
  } as const
  return { type: 'object', additionalProperties: false, required: ['to'], properties: { to } }
}
