import { labelsOfFields } from '../actions/nudge.ts'
import type { OfferedFunction } from '../play/offeredFunctions.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { holderName } from '../traits/item/prompt.ts'
import type { ChoiceView, FunctionView, TopicView } from './view.ts'
import { describeFunction, viewFunction } from './viewFunction.ts'
import { viewSpeakers } from './viewSpeakers.ts'

/**
 * A function that can be called, then a line for each id that it accepts: `to cellar: down the steps`. Parameters
 * with other values are described by the tool.
 */
export function formatOffered(world: World, offered: OfferedFunction, report: ReportFailure): readonly string[] {
  const { fn } = offered
  const view = viewFunction(world, offered, report)
  const isConstant = fn.description.kind === 'constant'
  const description = isConstant ? '' : describeFunction(world, fn, report)
  return [
    `- ${fn.name}${description === '' ? '' : `: ${description}`}`,
    ...[
      ...(view.targets ?? []).map(({ id, label, name }) => idLine('to', id, label ?? name)),
      ...view.parameters.flatMap((parameter) =>
        parameter.type === 'entity' && parameter.name !== view.asks?.speakerParameter
          ? parameter.choices.map((choice) => idLine(parameter.name, choice.id, describeChoice(world, choice, report)))
          : [],
      ),
      ...[...fn.parameters].flatMap(([name, parameter]) =>
        parameter.type === 'field'
          ? labelsOfFields(world, parameter.fields, report).map((line) => `${name} ${line}`)
          : [],
      ),
      ...topicLines(world, view, report),
    ].map((line) => `  ${line}`),
  ]
}

function idLine(parameter: string, id: string, label: string | null): string {
  return `${parameter} ${id}${label === null ? '' : `: ${label}`}`
}

/** An item with its holder: things of the same name lie in different places. */
function describeChoice(world: World, { id, name }: ChoiceView, report: ReportFailure): string | null {
  const entity = world.gamebook.entities.get(id)
  const holder = entity === undefined ? null : holderName(world, entity, report)
  return name === null || holder === null ? name : `${name} (${holder})`
}

/** The topics that have a label, by speaker. Players must come upon the others. */
function topicLines(world: World, { asks }: FunctionView, report: ReportFailure): readonly string[] {
  if (asks === null) return []
  const speakers = viewSpeakers(world, report).filter(({ id }) => asks.speakerId === null || id === asks.speakerId)
  return speakers.flatMap(({ id, name, topics }) => {
    const askable = topics.filter(({ isUsedUp }) => !isUsedUp)
    if (askable.length === 0) return []
    return [
      ...(asks.speakerParameter === null ? [] : [idLine(asks.speakerParameter, id, name)]),
      ...askable.flatMap((topic) => formatTopic(asks.topicParameter, topic)),
    ]
  })
}

function formatTopic(parameter: string, { id, label, isDiscussed }: TopicView): readonly string[] {
  if (label === null) return []
  return [idLine(parameter, id, isDiscussed ? `${label} (already discussed)` : label)]
}
