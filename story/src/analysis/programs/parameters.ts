import { evaluate } from '../../expressions/evaluate/evaluate.ts'
import type { Value } from '../../expressions/expression.ts'
import { ExpressionError } from '../../expressions/expressionError.ts'
import { builtInParameters } from '../../actions/builtInParameters.ts'
import { findPayloadKey } from '../../actions/findAction.ts'
import type { Entity, GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { acceptsBuiltIns, fixedPayload } from '../../play/builtInChoices.ts'
import { isChoiceOfParameter } from '../../play/choicesOfParameter.ts'
import { toParameterValue } from '../../play/parseArguments.ts'
import type { Payload } from '../../state/verdict.ts'
import { isAskable, isKnown } from '../../traits/speaker/topics.ts'
import { isPresent } from '../../traits/visibility.ts'
import { listCandidates } from './candidates.ts'
import { findParameterUses, type ParameterUse } from './parameterUses.ts'
import type { Run } from './run.ts'
import { listStoredValues } from './storedValues.ts'

/** The arguments of a call in a run. */
export interface RunArguments {
  /** Arguments that nothing has asked for yet are chosen when they are read. */
  readonly given: Payload
  readonly values: ReadonlyMap<string, Value>
  /** Whether the engine offers the function with these arguments. */
  readonly isOffered: boolean
}

/** Null if there is nothing to choose, or if the engine doesn't accept what was chosen. */
export function chooseArguments(run: Run, fn: GamebookFunction): RunArguments | null {
  const chosen: Record<string, Json> = {}
  for (const name of builtInParameters(fn)) {
    const values = builtInValues(run, fn, name)
    if (values.length === 0) return null
    chosen[name] = run.choose(name, values)
  }
  const isOffered = offersBuiltIns(run, fn, { ...chosen })
  for (const [name, parameter] of fn.parameters) {
    const values = choicesOf(run, parameter, chosen)
    if (values === null) continue
    if (values.length === 0) return null
    const value = run.choose(name, values)
    const isNamed = parameter.type === 'entity' || parameter.type === 'field'
    if (isNamed && value !== null && !isChoiceOfParameter(run.world, parameter, value, run.report)) return null
    chosen[name] = value
  }
  if (!isTopicKnown(run, fn, chosen)) return null
  return { ...lazyArguments(run, fn, chosen), isOffered: isOffered && isTopicOffered(run, fn, chosen) }
}

function builtInValues(run: Run, { mainAction }: GamebookFunction, name: string): readonly string[] {
  const { world } = run
  const { items, containers } = indexOf(world.gamebook)
  const payload = mainAction?.kind === 'action' ? fixedPayload(world, mainAction) : null
  const key = mainAction === null ? undefined : findPayloadKey(mainAction.action, name)
  const subject = subjectOf(run, payload)
  if (subject === undefined || key === undefined) return []
  switch (key.kind) {
    case 'item':
      return idsOf(items)
    case 'container':
      return idsOf(containers)
    case 'topic':
      return (subject.speaker?.topics ?? []).map(({ id }) => id)
    default:
      return key.choices?.list(world, subject) ?? []
  }
}

function subjectOf({ world }: Run, payload: Payload | null): Entity | undefined {
  const id = payload?.['entity_id']
  return typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
}

function offersBuiltIns({ world, report }: Run, fn: GamebookFunction, given: Payload): boolean {
  if (fn.mainAction?.kind !== 'action' || Object.keys(given).length === 0) return true
  return acceptsBuiltIns(world, fn.mainAction, given, report)
}

/** Null for a parameter that is only chosen when an expression asks for it. */
function choicesOf({ world }: Run, parameter: Parameter, chosen: Payload): readonly Json[] | null {
  const { entities } = world.gamebook
  switch (parameter.type) {
    case 'entity': {
      const { of } = parameter
      const ids = idsOf([...entities.values()].filter(({ typeId }) => of === null || of.includes(typeId)))
      return parameter.required ? ids : [...ids, null]
    }
    case 'speaker':
      return idsOf(indexOf(world.gamebook).speakers)
    case 'topic': {
      const speakers = Object.values(chosen).flatMap((id) => (typeof id === 'string' ? (entities.get(id) ?? []) : []))
      return speakers.flatMap(({ speaker }) => (speaker?.topics ?? []).map(({ id }) => id))
    }
    case 'field':
      return parameter.fields.map(({ entityId, field }) => `${entityId}.${field}`)
    default:
      return null
  }
}

/**
 * Whether a topic may be asked by its id. Words of a player can mean any topic that can be asked, and its id means the
 * same; what may not be asked by its id is left out.
 */
function isTopicKnown(run: Run, fn: GamebookFunction, chosen: Payload): boolean {
  const asked = askedTopic(run, fn, chosen)
  if (asked === null || !isPresent(run.world, asked.speaker, run.report)) return true
  const { speaker, topic } = asked
  return isKnown(run.world, speaker, topic) || isAskable(run.world, speaker.id, topic, run.report)
}

/** The engine's own function is offered if someone present can be asked about something. */
function isTopicOffered(run: Run, fn: GamebookFunction, chosen: Payload): boolean {
  const isOwn = [...fn.parameters.values()].some(({ type }) => type === 'topic')
  const asked = isOwn ? askedTopic(run, fn, chosen) : null
  if (asked === null) return true
  const { speaker, topic } = asked
  return isPresent(run.world, speaker, run.report) && isAskable(run.world, speaker.id, topic, run.report)
}

function askedTopic(run: Run, { mainAction, parameters }: GamebookFunction, chosen: Payload) {
  if (mainAction?.kind !== 'action' || mainAction.action !== 'talk/ask') return null
  const nameOf = (type: Parameter['type']) => [...parameters].find(([, parameter]) => parameter.type === type)?.[0]
  const topicId = chosen[nameOf('topic') ?? 'topic']
  const speakerName = nameOf('speaker')
  const id = speakerName === undefined ? undefined : chosen[speakerName]
  const speaker =
    typeof id === 'string' ? run.world.gamebook.entities.get(id) : subjectOf(run, fixedPayload(run.world, mainAction))
  const topic = speaker?.speaker?.topics.find((candidate) => candidate.id === topicId)
  return speaker === undefined || topic === undefined ? null : { speaker, topic }
}

function lazyArguments(run: Run, fn: GamebookFunction, chosen: Record<string, Json>): Omit<RunArguments, 'isOffered'> {
  const uses = parameterUses(fn)
  const ask = (name: string, parameter: Parameter): Json => {
    const known = chosen[name]
    if (known !== undefined) return known
    return (chosen[name] = askParameter(run, fn, name, parameter, uses.get(name) ?? UNUSED))
  }
  const given: Record<string, Json> = {}
  const values = new LazyMap<string, Value>()
  for (const name of [...builtInParameters(fn), ...fn.parameters.keys()]) {
    const parameter = fn.parameters.get(name)
    const read = (): Json => chosen[name] ?? (parameter === undefined ? null : ask(name, parameter))
    Object.defineProperty(given, name, { get: read, enumerable: true })
    values.setLazy(name, () => toParameterValue(run.world, fn, name, read()))
  }
  return { given, values }
}

const UNUSED: ParameterUse = { comparands: [], isOrdered: false, storedIn: [], isPassedOn: false }

function askParameter(run: Run, fn: GamebookFunction, name: string, parameter: Parameter, use: ParameterUse): Json {
  const compared = use.comparands.flatMap((comparand) => {
    try {
      return [evaluate(comparand, run.world)]
    } catch (error) {
      if (error instanceof ExpressionError) return []
      throw error
    }
  })
  const { gamebook, uses } = run.context
  const stored = use.storedIn.map((target) => listStoredValues(gamebook, uses, target))
  const { values, isComplete } = listCandidates(parameter, use, compared, stored)
  if (parameter.type === 'text' || parameter.type === 'integer') run.noteCompared(name, values, compared)
  if (!isComplete) run.noteReason({ kind: 'sampled', function: fn.name, parameter: name })
  return run.choose(name, values)
}

/** Values that are computed when they are read. */
class LazyMap<Key, Member> extends Map<Key, Member> {
  private readonly readers = new Map<Key, () => Member>()

  setLazy(key: Key, read: () => Member): void {
    this.readers.set(key, read)
  }

  override get(key: Key): Member | undefined {
    return this.readers.get(key)?.()
  }

  override has(key: Key): boolean {
    return this.readers.has(key)
  }

  override keys(): MapIterator<Key> {
    return this.readers.keys()
  }
}

function parameterUses(fn: GamebookFunction): ReadonlyMap<string, ParameterUse> {
  const known = usesOf.get(fn) ?? findParameterUses(fn)
  usesOf.set(fn, known)
  return known
}

const usesOf = new WeakMap<GamebookFunction, ReadonlyMap<string, ParameterUse>>()

function idsOf(entities: readonly Entity[]): readonly string[] {
  return entities.map(({ id }) => id)
}
