import type { GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { OfferedFunction } from '../../play/offeredFunctions.ts'
import type { Random } from '../random.ts'
import type { Step } from '../steps/step.ts'
import type { CallCounts } from './callCounts.ts'

/** The share of calls that are chosen freely instead of among the least counts ones. */
const CHANCE = 0.15

/** Chooses one of the calls that can be made and counts it. Null if there is none. */
export function chooseCall(offered: readonly OfferedFunction[], counts: CallCounts, random: Random): Step | null {
  const calls: Candidate[] = []
  for (const offer of offered) addCandidates(offer, random, calls)
  const likely = random.real() < CHANCE ? pickOne(calls, random) : leastUsed(calls, counts)
  const chosen = random.pick(likely)
  if (chosen === undefined) return null
  const { fn, open, value, others } = chosen
  counts.add(fn, value)
  return { function: fn.name, args: open === null ? others : { [open]: value, ...others }, rolls: [] }
}

interface Candidate {
  readonly fn: GamebookFunction
  /** The first parameter with choices; null if there is none. */
  readonly open: string | null
  /** Its value; empty without one. */
  readonly value: string
  /** The other arguments. */
  readonly others: Step['args']
}

/** Adds a call for each choice of the first parameter with choices. The other parameters get random values. */
function addCandidates({ fn, choices }: OfferedFunction, random: Random, calls: Candidate[]): void {
  const [first, ...further] = choices
  const others: Record<string, Json> = {}
  for (const [name, ids] of further) others[name] = random.pick(ids) ?? null
  for (const [name, parameter] of fn.parameters) if (!choices.has(name)) others[name] = randomValue(parameter, random)
  if (first === undefined) calls.push({ fn, open: null, value: '', others })
  else for (const value of first[1]) calls.push({ fn, open: first[0], value, others })
}

function pickOne(calls: readonly Candidate[], random: Random): readonly Candidate[] {
  const picked = random.pick(calls)
  return picked === undefined ? [] : [picked]
}

function leastUsed(calls: readonly Candidate[], counts: CallCounts): readonly Candidate[] {
  let least = Infinity
  let found: Candidate[] = []
  for (const call of calls) {
    const times = counts.of(call.fn, call.value)
    if (times > least) continue
    if (times < least) found = []
    least = times
    found.push(call)
  }
  return found
}

function randomValue(parameter: Parameter, random: Random): Json {
  if (!parameter.required && random.real() < CHANCE) return null
  switch (parameter.type) {
    case 'boolean':
      return random.real() < 0.5
    case 'choice':
      return random.pick(parameter.values) ?? null
    case 'integer':
      return parameter.min + Math.floor(random.real() * (parameter.max - parameter.min + 1))
    case 'text':
      return 'something'.slice(0, parameter.maxLength)
    default:
      return null
  }
}
