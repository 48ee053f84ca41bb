import { builtInParameters } from '../../actions/builtInParameters.ts'
import type { GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { speakersToAsk } from '../../traits/speaker/speakersToAsk.ts'
import { findMisfit } from '../parseArguments.ts'
import { toArguments, unwrapValue } from './argumentObject.ts'
import { callError, type CallError } from './callError.ts'
import { matchName, type Candidate } from './matchName.ts'
import { acceptedTargets, kindOfTarget, refusedTargets } from './targets.ts'

/** A function, and the states in which names are understood. */
export interface MatchedCall {
  readonly fn: GamebookFunction
  /** The state now, which decides what is accepted. */
  readonly now: World
  /** The state that the narrator was sent with its request. */
  readonly sent: World
  readonly report: ReportFailure
}

/** The arguments of a call as the function takes them, or what is wrong with them. */
export function matchArguments(
  call: MatchedCall,
  given: Json,
): CallError | { readonly result: 'matched'; readonly args: { readonly [name: string]: Json } } {
  const names = [...builtInParameters(call.fn), ...call.fn.parameters.keys()]
  const object = toArguments(names, given)
  if (object === null) return callError('bad-arguments', 'The arguments must be an object.', names)
  if (!('args' in object)) {
    const only = `Its arguments are: ${names.join(', ')}.`
    return callError('unknown-argument', `${describeSurplus(object.unknown)} ${only}`, names)
  }
  const args: [string, Json][] = []
  for (const name of names) {
    const matched = matchArgument(call, name, object.args.get(name))
    if (matched.result === 'error') return matched
    args.push([name, matched.value])
  }
  return { result: 'matched', args: Object.fromEntries(args) }
}

function describeSurplus(unknown: readonly string[]): string {
  const name = unknown.find((key) => IDENTIFIER.test(key))
  return name === undefined
    ? 'There is an argument that the function does not take.'
    : `The function does not take the argument "${name}".`
}

/** Anything longer or with other signs is not repeated to a model. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]{0,39}$/

type MatchedValue = CallError | { readonly result: 'matched'; readonly value: Json }

function matchArgument(call: MatchedCall, name: string, given: Json | undefined): MatchedValue {
  const parameter = call.fn.parameters.get(name)
  const isOptional = parameter?.required === false
  if (isOptional && (given === undefined || given === null)) return { result: 'matched', value: null }
  if (given === undefined) {
    return callError('missing-argument', `The argument "${name}" is missing.`, validValues(call, name))
  }
  const value = unwrapValue(given)
  const kind = kindOfTarget(call.fn, name)
  if (kind === null) return parameter === undefined ? { result: 'matched', value } : matchPlain(call, name, value)
  if (typeof value !== 'string') {
    return callError('bad-arguments', `The argument "${name}" is not text.`, validValues(call, name))
  }
  if (kind !== 'topic') return matchTarget(call, name, value)
  const misfit = parameter === undefined ? null : findMisfit(call.now, parameter, value, call.report)
  if (misfit === null) return { result: 'matched', value }
  return callError('bad-arguments', `The argument "${name}" is ${misfit}.`, validValues(call, name))
}

/** A text, a number, a choice or a yes or no. */
function matchPlain({ fn, now, report }: MatchedCall, name: string, given: Json): MatchedValue {
  const parameter = fn.parameters.get(name)
  if (parameter === undefined) return { result: 'matched', value: given }
  const value = toType(parameter, given)
  const misfit = findMisfit(now, parameter, value, report)
  if (misfit === null) return { result: 'matched', value }
  return callError('bad-arguments', `The argument "${name}" is ${misfit}.`, validPlain(parameter))
}

/** A number or a yes or no that was given as text, and a choice in other letters. */
function toType(parameter: Parameter, value: Json): Json {
  if (typeof value !== 'string' || value.length > 100) return value
  switch (parameter.type) {
    case 'integer':
      return /^\s*[+-]?\d{1,15}\s*$/.test(value) ? Number(value) : value
    case 'boolean':
      return BOOLEANS.get(value.trim().toLowerCase()) ?? value
    case 'choice': {
      if (parameter.values.includes(value)) return value
      const [only, ...others] = matchName(
        value,
        parameter.values.map((choice) => ({ id: String(choice), names: [] })),
      )
      const choice = parameter.values.find((known) => String(known) === only?.id)
      return choice === undefined || others.length > 0 ? value : choice
    }
    default:
      return value
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
])

/** By what is accepted now, else by what else the narrator knows of, which the story then refuses. */
function matchTarget(call: MatchedCall, name: string, written: string): MatchedValue {
  const { fn, now, sent, report } = call
  const accepted = acceptedTargets(now, fn, name, report)
  const lists = [
    () => accepted,
    () => refusedTargets(now, fn, name, report),
    () => (sent.state === now.state ? [] : acceptedAndRefused(sent, fn, name, report)),
  ]
  for (const list of lists) {
    const [only, ...others] = matchName(written, list())
    if (only === undefined) continue
    return others.length === 0 ? { result: 'matched', value: only.id } : ambiguous(name, [only, ...others])
  }
  const message =
    accepted.length === 0 ? `Nothing fits the argument "${name}" now.` : `The argument "${name}" names nothing here.`
  return callError('unknown-name', message, idsOf(accepted))
}

function acceptedAndRefused(
  world: World,
  fn: GamebookFunction,
  name: string,
  report: ReportFailure,
): readonly Candidate[] {
  const kind = kindOfTarget(fn, name)
  if (kind === 'entity' || kind === 'field') return []
  const accepted = acceptedTargets(world, fn, name, report)
  const known = new Set(idsOf(accepted))
  return [...accepted, ...refusedTargets(world, fn, name, report).filter(({ id }) => !known.has(id))]
}

function ambiguous(name: string, candidates: readonly Candidate[]): CallError {
  const titles = candidates.slice(0, 5).map(({ id, names: [title] }) => (title === undefined ? id : `${title} (${id})`))
  return callError('ambiguous-name', `The argument "${name}" fits several: ${titles.join(', ')}.`, idsOf(candidates))
}

function validValues({ fn, now, report }: MatchedCall, name: string): readonly string[] {
  const parameter = fn.parameters.get(name)
  const kind = kindOfTarget(fn, name)
  if (kind === 'topic') return offeredTopics(now, fn, report)
  if (kind !== null) return idsOf(acceptedTargets(now, fn, name, report))
  return parameter === undefined ? [] : validPlain(parameter)
}

/** Topics with a label; the others are for players to come upon. */
function offeredTopics(world: World, { mainAction }: GamebookFunction, report: ReportFailure): readonly string[] {
  const subject = mainAction?.args.get('entity_id')
  return speakersToAsk(world, report)
    .filter(({ speaker }) => typeof subject !== 'string' || speaker.id === subject)
    .flatMap(({ topics }) => topics.filter(({ label }) => label !== null).map(({ id }) => id))
}

function validPlain(parameter: Parameter): readonly string[] {
  switch (parameter.type) {
    case 'integer':
      return [`${parameter.min} to ${parameter.max}`]
    case 'boolean':
      return ['true', 'false']
    case 'choice':
      return parameter.values.map(String)
    case 'text':
      return [`text of at most ${parameter.maxLength} characters`]
    default:
      return []
  }
}

function idsOf(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ id }) => id)
}
