import { findPayloadKey } from '../actions/findAction.ts'
import { builtInParameters } from '../actions/builtInParameters.ts'
import type { Value } from '../expressions/expression.ts'
import type { GamebookFunction, Parameter } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { TOPIC_CHARACTERS } from '../traits/speaker/matchTopic.ts'
import { isChoiceOfParameter } from './choicesOfParameter.ts'
import { readEntity } from '../state/readEntity.ts'
import type { Refusal } from '../state/refusal.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { Payload } from '../state/verdict.ts'
import type { World } from '../state/world.ts'

/** Arguments that fit the schema of a function. */
export interface ParsedArguments {
  readonly refusal: null
  /** The keys that the parameters add to the payload of the main action. */
  readonly given: Payload
  /** The values of `param.<name>`: an entity for a parameter of that type. */
  readonly values: ReadonlyMap<string, Value>
}

/**
 * Validates the arguments of a call against the function's schema: an object, none missing, none unknown, the right
 * types, within limits and choices. Built-in parameters such as `to` accept any text, because the action itself checks them.
 */
export function parseArguments(
  world: World,
  fn: GamebookFunction,
  args: Json,
  report: ReportFailure,
): ParsedArguments | { readonly refusal: Refusal } {
  if (!isObject(args)) return bad('The arguments must be an object.')
  const builtIn = builtInParameters(fn)
  const unknown = Object.keys(args).find((key) => !builtIn.includes(key) && !fn.parameters.has(key))
  if (unknown !== undefined) return bad(`There is no argument "${unknown.slice(0, 64)}".`)
  const missing = [...builtIn, ...fn.parameters.keys()].find((name) => !Object.hasOwn(args, name))
  if (missing !== undefined) return bad(`The argument "${missing}" is missing.`)
  const notText = builtIn.find((name) => typeof args[name] !== 'string')
  if (notText !== undefined) return bad(`The argument "${notText}" is not text.`)
  for (const [name, parameter] of fn.parameters) {
    const misfit = findMisfit(world, parameter, args[name] ?? null, report)
    if (misfit !== null) return bad(`The argument "${name}" is ${misfit}.`)
  }
  const values = [...builtIn, ...fn.parameters.keys()].map((name): [string, Value] => {
    return [name, toParameterValue(world, fn, name, args[name] ?? null)]
  })
  return { refusal: null, given: args, values: new Map(values) }
}

/** A valid argument as `param.<name>`. */
export function toParameterValue(world: World, fn: GamebookFunction, name: string, value: Json): Value {
  const parameter = fn.parameters.get(name)
  const namesEntity = parameter === undefined ? !namesTopic(fn, name) : parameter.type === 'entity'
  return namesEntity && typeof value === 'string' ? readEntity(world, value) : plain(value)
}

/** Topics are no entities. */
function namesTopic({ mainAction }: GamebookFunction, name: string): boolean {
  return findPayloadKey(mainAction?.action ?? '', name)?.kind === 'topic'
}

/** What is wrong with a value, to follow "is"; null for a valid value. */
export function findMisfit(world: World, parameter: Parameter, value: Json, report: ReportFailure): string | null {
  if (value === null && !parameter.required) return null
  switch (parameter.type) {
    case 'text':
      if (typeof value !== 'string') return 'not text'
      return value.length <= parameter.maxLength ? null : `longer than ${parameter.maxLength} characters`
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) return 'not a whole number'
      return value >= parameter.min && value <= parameter.max ? null : `not from ${parameter.min} to ${parameter.max}`
    case 'boolean':
      return typeof value === 'boolean' ? null : 'not true or false'
    case 'choice':
      return isOneOf(value, parameter.values) ? null : 'not one of the choices'
    case 'speaker':
    case 'topic':
      if (typeof value !== 'string') return 'not text'
      return value.length <= TOPIC_CHARACTERS ? null : `longer than ${TOPIC_CHARACTERS} characters`
    case 'entity':
    case 'field':
      return isChoiceOfParameter(world, parameter, value, report) ? null : 'not one of the choices'
  }
}

function isOneOf(value: Json, choices: readonly Json[]): boolean {
  return choices.includes(value)
}

/** A valid parameter is never a list or an object. */
function plain(value: Json): Value {
  return typeof value === 'object' ? null : value
}

function bad(reason: string): { readonly refusal: Refusal } {
  return { refusal: { code: 'bad-arguments', reason } }
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
