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
import {
  authorsDescription,
  builtInDescription,
  toToolParameter,
  type ToolDefinition,
  type ToolParameter,
  type ToolParameters,
} from './toolSchema.ts'

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
        toToolParameter(
          parameter,
          [authorsDescription(fn, name, parameter.description ?? name), ...choiceLines(world, parameter, report)].join(
            '\n',
          ),
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
  const description = builtInDescription(fn, name)
  if (findPayloadKey(fn.mainAction?.action ?? '', name)?.kind === 'topic') {
    const subject = fn.mainAction?.args.get('entity_id')
    const lines = topicLines(speakersToAsk(world, report).filter(({ speaker }) => speaker.id === subject))
    return { type: 'string', description: [description, ...lines].join('\n') }
  }
  const graph = graphOfFunction(world, fn)
  const edges = graph === undefined ? [] : edgesFrom(world, graph).filter(({ id }) => ids.includes(id))
  const labels = edges.map(formatEdge).filter((label) => label !== null)
  return { type: 'string', description: [description, ...labels].join('\n'), enum: ids }
}

/** What the engine adds to the description of one of its own parameters. */
function choiceLines(world: World, parameter: Parameter, report: ReportFailure): readonly string[] {
  if (parameter.type === 'topic') return topicLines(speakersToAsk(world, report))
  return parameter.type === 'field' ? labelsOfFields(world, parameter.fields, report) : []
}

function topicLines(speakers: readonly SpeakerToAsk[]): readonly string[] {
  return speakers.map(formatTopics).filter((line) => line !== null)
}
