import { findPayloadKey } from '../actions/findAction.ts'
import { labelsOfFields } from '../actions/nudge.ts'
import type { GamebookFunction, Parameter } from '../gamebook/gamebook.ts'
import { offeredFunctions, type OfferedFunction } from '../play/offeredFunctions.ts'
import { renderOrFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { graphOfFunction } from '../play/graphOfFunction.ts'
import { edgesFrom } from '../traits/graph/edges.ts'
import { formatEdge } from '../traits/graph/prompt.ts'
import { formatTopics } from '../traits/speaker/prompt.ts'
import { speakersToAsk, type SpeakerToAsk } from '../traits/speaker/speakersToAsk.ts'

/** A function as a tool of a language model. */
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
  readonly properties: { readonly [name: string]: ToolParameter }
}

export interface ToolParameter {
  readonly type: JsonType | readonly JsonType[]
  readonly description: string
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly (string | number | null)[]
}

type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'null'

/** The tools that can be called now, in the order of the file. */
export function buildTools(world: World, report: ReportFailure): readonly ToolDefinition[] {
  return offeredFunctions(world, report).map((offered) => ({
    name: offered.fn.name,
    description: renderOrFallback(world, offered.fn.description, `${offered.fn.name}.description`, report).trim(),
    strict: true,
    parameters: toParameters(world, offered, report),
  }))
}

function toParameters(world: World, { fn, choices }: OfferedFunction, report: ReportFailure): ToolParameters {
  const builtIn = [...choices].filter(([name]) => !fn.parameters.has(name))
  const properties = [
    ...builtIn.map(([name, ids]) => [name, toBuiltIn(world, fn, name, ids, report)] as const),
    ...[...fn.parameters].map(([name, parameter]) => {
      return [
        name,
        toProperty(
          parameter,
          [describe(fn, name, parameter.description ?? name), ...choiceLines(world, parameter, report)].join('\n'),
          choices.get(name),
        ),
      ] as const
    }),
  ]
  return {
    type: 'object',
    additionalProperties: false,
    required: properties.map(([name]) => name),
    properties: Object.fromEntries(properties),
  }
}

function toBuiltIn(
  world: World,
  fn: GamebookFunction,
  name: string,
  ids: readonly string[],
  report: ReportFailure,
): ToolParameter {
  const defaultText = findPayloadKey(fn.mainAction?.action ?? '', name)?.choices?.description ?? name
  if (findPayloadKey(fn.mainAction?.action ?? '', name)?.kind === 'topic') {
    const subject = fn.mainAction?.args.get('entity_id')
    const lines = topicLines(speakersToAsk(world, report).filter(({ speaker }) => speaker.id === subject))
    return { type: 'string', description: [describe(fn, name, defaultText), ...lines].join('\n') }
  }
  const graph = graphOfFunction(world, fn)
  const edges = graph === undefined ? [] : edgesFrom(world, graph).filter(({ id }) => ids.includes(id))
  const labels = edges.map(formatEdge).filter((label) => label !== null)
  return { type: 'string', description: [describe(fn, name, defaultText), ...labels].join('\n'), enum: ids }
}

/** What the engine adds to the description of one of its own parameters. */
function choiceLines(world: World, parameter: Parameter, report: ReportFailure): readonly string[] {
  if (parameter.type === 'topic') return topicLines(speakersToAsk(world, report))
  return parameter.type === 'field' ? labelsOfFields(world, parameter.fields, report) : []
}

function topicLines(speakers: readonly SpeakerToAsk[]): readonly string[] {
  return speakers.map(formatTopics).filter((line) => line !== null)
}

/** The author's description of a parameter, else the default. */
function describe({ properties }: GamebookFunction, name: string, defaultText: string): string {
  return properties.has(name) ? (properties.get(name) ?? '') : defaultText
}

/** An optional parameter may also be null. */
function toProperty(parameter: Parameter, description: string, ids: readonly string[] = []): ToolParameter {
  const { type, ...limits } = schemaOf(parameter, ids)
  if (parameter.required) return { type, description, ...limits }
  const types = typeof type === 'string' ? [type] : type
  const choices = limits.enum !== undefined && { enum: [...limits.enum, null] }
  return { type: [...types, 'null'], description, ...limits, ...choices }
}

function schemaOf(parameter: Parameter, ids: readonly string[]): Omit<ToolParameter, 'description'> {
  switch (parameter.type) {
    case 'text':
      return { type: 'string' }
    case 'integer':
      return { type: 'integer', minimum: parameter.min, maximum: parameter.max }
    case 'boolean':
      return { type: 'boolean' }
    case 'choice':
      return { type: typesOf(parameter.values), enum: parameter.values }
    case 'entity':
    case 'speaker':
    case 'field':
      return { type: 'string', enum: ids }
    case 'topic':
      return { type: 'string' }
  }
}

function typesOf(values: readonly (string | number)[]): ToolParameter['type'] {
  const types = [...new Set(values.map((value): JsonType => (typeof value === 'string' ? 'string' : 'integer')))]
  const [only = 'string', ...others] = types
  return others.length === 0 ? only : types
}
