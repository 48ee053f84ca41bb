import { builtInParameters } from '../actions/builtInParameters.ts'
import type { Gamebook, GamebookFunction } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { offeredFunctions } from '../play/offeredFunctions.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import {
  authorsDescription,
  builtInDescription,
  toToolParameter,
  type ToolDefinition,
  type ToolParameter,
} from './toolSchema.ts'
import { viewRefused } from './viewRefused.ts'

/**
 * The names of the functions that a model may know of now, in the order of the file: those that can be called, and
 * those that are refused with an author's reason. The names of all others can give away what the author keeps for later.
 */
export function listToolNames(world: World, report: ReportFailure): readonly string[] {
  const known = new Set([
    ...offeredFunctions(world, report).map(({ fn }) => fn.name),
    ...viewRefused(world, report).map(({ name }) => name),
  ])
  return world.gamebook.functions.flatMap(({ name }) => (known.has(name) ? [name] : []))
}

/**
 * The tools of these functions, in this order. A function has the same bytes in every state, so a list that only grows
 * keeps the prompt caches of providers: ids are plain texts, which the engine checks. Unknown names are left out.
 */
export function buildGrowingTools(gamebook: Gamebook, names: readonly string[]): readonly ToolDefinition[] {
  const { functions } = indexOf(gamebook)
  return names.flatMap((name) => {
    const fn = functions.get(name)
    return fn === undefined ? [] : [toTool(fn)]
  })
}

function toTool(fn: GamebookFunction): ToolDefinition {
  const properties = [
    ...builtInParameters(fn).map((name): [string, ToolParameter] => {
      return [name, { type: 'string', description: builtInDescription(fn, name) }]
    }),
    ...[...fn.parameters].map(([name, parameter]): [string, ToolParameter] => {
      return [name, toToolParameter(parameter, authorsDescription(fn, name, parameter.description ?? name))]
    }),
  ]
  return {
    name: fn.name,
    description: fn.description.kind === 'constant' ? fn.description.text.trim() : DESCRIBED_EACH_TURN,
    strict: true,
    parameters: {
      type: 'object',
      additionalProperties: false,
      required: properties.map(([name]) => name),
      properties: Object.fromEntries(properties),
    },
  }
}

/** In place of a description with placeholders, which each turn renders. */
const DESCRIBED_EACH_TURN = 'See What can be done now.'
