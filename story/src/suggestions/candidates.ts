import { findHandling } from '../actions/findAction.ts'
import { offeredFunctions } from '../play/offeredFunctions.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import type { FunctionView, SpeakerView, TargetView } from '../prompt/view.ts'
import { viewFunction } from '../prompt/viewFunction.ts'
import { viewSpeakers } from '../prompt/viewSpeakers.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { groupOf } from './groupOf.ts'
import { type Labels, labelsFor } from './phrases/labels.ts'
import { tidyLabel } from './phrases/tidyLabel.ts'
import { spreadParameters } from './spreadParameters.ts'
import type { Arguments, Candidate, SuggestionGroup } from './suggestion.ts'

/** The calls that may be possible now, with labels, in the order of the file. */
export function listCandidates(world: World, report: ReportFailure): readonly Candidate[] {
  const labels = labelsFor(world.gamebook)
  const maps = new Set(placeGraphs(world.gamebook).map(({ id }) => id))
  const speakers = viewSpeakers(world, report)
  return offeredFunctions(world, report)
    .filter(({ fn }) => fn.mainAction?.kind !== 'nudge')
    .flatMap((offered) => {
      const fn = viewFunction(world, offered, report)
      if (fn.asks !== null) return topicCandidates(fn, fn.asks, speakers, labels)
      if (fn.targets !== null) {
        const isMap = fn.graphId !== null && maps.has(fn.graphId)
        return fn.targets.flatMap((target) => exitCandidates(fn, target, { isMap, labels }))
      }
      return actCandidates(fn, labels.act(fn.description), null, labels)
    })
}

interface ExitContext {
  /** Whether the function moves the player, and not a plot, a person or a thing. */
  readonly isMap: boolean
  readonly labels: Labels
}

function exitCandidates(fn: FunctionView, target: TargetView, { isMap, labels }: ExitContext): readonly Candidate[] {
  const { id, label, name } = target
  if (isMap) return actCandidates(fn, labels.exit(label, name), { to: id }, labels, 'go')
  const isOnly = fn.targets?.length === 1
  const phrase = tidyLabel(label) === null ? (isOnly ? labels.act(fn.description) : null) : labels.exit(label, null)
  return actCandidates(fn, phrase, { to: id }, labels)
}

function actCandidates(
  fn: FunctionView,
  phrase: string | null,
  fixed: Arguments | null,
  labels: Labels,
  group?: SuggestionGroup,
): readonly Candidate[] {
  return spreadParameters(fn, fixed ?? {}).flatMap(({ args, names, input }) => {
    const label = withNames(fn, phrase, names, labels)
    if (label === null) return []
    const call = { function: fn.name, args }
    return [{ group: group ?? groupOf(fn.action, label), label, call, input, comesLast: isPutDown(fn) }]
  })
}

/** What is carried can be put down nearly always, so it comes last. */
const isPutDown = ({ action }: FunctionView): boolean => findHandling(action ?? '')?.isSuggested === false

/** @param names the chosen things, people and values by parameter */
function withNames(
  fn: FunctionView,
  phrase: string | null,
  names: ReadonlyMap<string, string>,
  labels: Labels,
): string | null {
  const inSentence = new Map([...names].map(([name, text]) => [name, nameOf(fn, name, text, labels)]))
  const handling = findHandling(fn.action ?? '')
  const item = inSentence.get('item')
  if (handling !== null && item !== undefined) {
    const english = handling.possible(item, inSentence.get('to') ?? '')
    return labels.item(english, [...names.values()])
  }
  return phrase === null ? null : [...inSentence.values()].reduce(putInto, phrase)
}

function nameOf(fn: FunctionView, parameter: string, text: string, labels: Labels): string {
  const found = fn.parameters.find(({ name }) => name === parameter)
  const choice = found?.type === 'entity' ? found.choices.find(({ name }) => name === text) : undefined
  return choice === undefined ? text : labels.name(choice.id, text)
}

/** "Show something to the keeper" and "the map": "Show the map to the keeper". Else the name comes last. */
function putInto(phrase: string, name: string): string {
  if (UNNAMED.test(phrase)) return phrase.replace(UNNAMED, () => name)
  return phrase.includes(' ') ? `${phrase}: ${name}` : `${phrase} ${name}`
}

const UNNAMED = /\b(?:something|someone|somebody|anyone|an? (?:item|thing|object|person))\b/

/** The labeled topics of those who are present. Players must come upon the others. */
function topicCandidates(
  fn: FunctionView,
  { speakerId, speakerParameter, topicParameter }: NonNullable<FunctionView['asks']>,
  speakers: readonly SpeakerView[],
  labels: Labels,
): readonly Candidate[] {
  const others = fn.parameters.filter(({ name }) => name !== speakerParameter && name !== topicParameter)
  if (others.some(({ required }) => required)) return []
  const omitted = others.map(({ name }): readonly [string, null] => [name, null])
  return speakers
    .filter(({ id }) => speakerId === null || id === speakerId)
    .flatMap(({ id, name: speaker, topics }) =>
      topics.flatMap((topic): readonly Candidate[] => {
        const label = tidyLabel(topic.label)
        if (topic.isUsedUp || label === null || speaker === null) return []
        const given = speakerParameter === null ? [] : [[speakerParameter, id] as const]
        const args = Object.fromEntries([...omitted, ...given, [topicParameter, topic.id]])
        const text = labels.topic(labels.name(id, speaker), label)
        const call = { function: fn.name, args }
        return [{ group: 'talk', label: text, call, input: [], comesLast: topic.isDiscussed }]
      }),
    )
}
