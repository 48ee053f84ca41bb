import { createHash, type Hash } from 'node:crypto'

import { createRandom, type Random } from '../../analysis/random.ts'
import type { Gamebook, GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { callFunction, type FunctionCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import { runTriggers } from '../../play/runTriggers.ts'
import { buildOpening, buildSystemText } from '../../prompt/buildSystemText.ts'
import { buildTools } from '../../prompt/buildTools.ts'
import { buildTurnText } from '../../prompt/buildTurnText.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { worldOf } from '../../traits/worldOf.ts'

/** SHA-256 of all bytes that play produced, one for each `CALLS_PER_HASH` calls. */
export interface PlayHashes {
  /** States, receipts, and reported errors. */
  readonly calls: readonly string[]
  /** What the narrator gets for each call. */
  readonly results: readonly string[]
  /** System text, opening and turn text, built every `CALLS_PER_PROMPT` calls. */
  readonly prompts: readonly string[]
  /** Narrow tools, built as often. */
  readonly tools: readonly string[]
}

export const CALLS_PER_HASH = 1000
const CALLS_PER_PROMPT = 50
const CALLS_PER_TURN = 3
/** A play ends some calls after the end of its story, or after so many. */
const PLAY_LENGTHS = [15, 60, 240]
const CALLS_AFTER_THE_END = 1

export interface RecordedCalls {
  readonly seed: number
  readonly calls: readonly Call[]
}

type Call = Pick<FunctionCall, 'function' | 'args'>

/**
 * Plays a gamebook again and again with calls that are valid, misdirected or malformed. Half of the plays begin with the
 * first calls of a recorded play, if there are any, because random calls seldom get far.
 */
export function hashPlays(gamebook: Gamebook, calls: number, recorded: readonly RecordedCalls[]): PlayHashes {
  const random = createRandom(1)
  const hashes = {
    calls: newHashes(calls),
    results: newHashes(calls),
    prompts: newHashes(calls),
    tools: newHashes(calls),
  }
  let play = startPlay(gamebook, recorded, random)
  for (let call = 0; call < calls; call += 1) {
    if (play.callsLeft === 0) play = startPlay(gamebook, recorded, random)
    const [callHash, promptHash] = [at(hashes.calls, call), at(hashes.prompts, call)]
    const reports: string[] = []
    const report = (where: string, error: Error): void => void reports.push(`${where}: ${error.message}`)
    const by = random.real() < 0.5 ? 'tool' : 'player'
    const [next = nextCall(play.world, random), ...planned] = play.planned
    const outcome = callFunction(play.world, { ...next, by }, report)
    const isTurnEnd = call % CALLS_PER_TURN === 0
    const turnEnd = isTurnEnd ? endTurn({ ...play.world, state: outcome.state }, report) : outcome
    update(callHash, [outcome.state, outcome.receipts])
    update(at(hashes.results, call), [outcome.result])
    if (isTurnEnd) update(callHash, [turnEnd.state, turnEnd.receipts])
    update(callHash, reports)
    play = followPlay({ ...play, planned }, turnEnd.state)
    if (call % CALLS_PER_PROMPT === 0) {
      update(promptHash, promptsOf(play.world))
      update(at(hashes.tools, call), [buildTools(play.world, ignore)])
    }
  }
  return {
    calls: hashes.calls.map(toHex),
    results: hashes.results.map(toHex),
    prompts: hashes.prompts.map(toHex),
    tools: hashes.tools.map(toHex),
  }
}

interface Play {
  readonly world: World
  readonly planned: readonly Call[]
  readonly callsLeft: number
}

function startPlay(gamebook: Gamebook, recorded: readonly RecordedCalls[], random: Random): Play {
  const play = random.real() < 0.5 ? random.pick(recorded) : undefined
  const start = worldOf(gamebook, startState(play?.seed ?? Math.floor(random.real() * 2 ** 32)))
  const { state } = runTriggers(start, ignore)
  const planned = play?.calls.slice(0, Math.floor(random.real() * (play.calls.length + 1))) ?? []
  return { world: { ...start, state }, planned, callsLeft: planned.length + (random.pick(PLAY_LENGTHS) ?? 1) }
}

function followPlay(play: Play, state: StoryState): Play {
  const { world, callsLeft } = play
  const hasJustEnded = state.ended !== undefined && world.state.ended === undefined
  return { ...play, world: { ...world, state }, callsLeft: hasJustEnded ? CALLS_AFTER_THE_END : callsLeft - 1 }
}

function promptsOf(world: World): readonly unknown[] {
  return [buildSystemText(world.gamebook), buildOpening(world.gamebook), buildTurnText(world, ignore)]
}

/** An offered call with valid arguments, any function with arguments that often do not fit, or nonsense. */
function nextCall(world: World, random: Random): Call {
  const kind = random.real()
  const offer = kind < 0.6 ? random.pick(offeredFunctions(world, ignore)) : undefined
  if (offer !== undefined) {
    const targets = [...offer.choices].map(([name, ids]): [string, Json] => [name, random.pick(ids) ?? null])
    return { function: offer.fn.name, args: { ...validArguments(offer.fn, random), ...Object.fromEntries(targets) } }
  }
  const fn = random.pick(world.gamebook.functions)
  if (fn !== undefined && kind < 0.9) {
    const names = ['to', 'item', ...fn.parameters.keys()].filter(() => random.real() < 0.6)
    const isMisdirected = kind < 0.8
    const values = names.map((name): [string, Json] => [name, isMisdirected ? anyId(world, random) : nonsense(random)])
    return { function: fn.name, args: { ...validArguments(fn, random), ...Object.fromEntries(values) } }
  }
  const name = random.real() < 0.5 ? nonsense(random) : (fn?.name ?? '')
  return { function: typeof name === 'string' ? name : 'fly', args: nonsense(random) }
}

function validArguments({ parameters }: GamebookFunction, random: Random): Record<string, Json> {
  return Object.fromEntries(
    [...parameters].flatMap(([name, parameter]): [string, Json][] =>
      parameter.type === 'entity' ? [] : [[name, validValue(parameter, random)]],
    ),
  )
}

function validValue(parameter: Parameter, random: Random): Json {
  if (!parameter.required && random.real() < 0.3) return null
  switch (parameter.type) {
    case 'boolean':
      return random.real() < 0.5
    case 'choice':
      return random.pick(parameter.values) ?? null
    case 'integer':
      return parameter.min + Math.floor(random.real() * (parameter.max - parameter.min + 1))
    case 'text':
      return (random.pick(TEXTS) ?? '').slice(0, parameter.maxLength)
    default:
      return nonsense(random)
  }
}

function anyId({ gamebook }: World, random: Random): string {
  return random.pick([...gamebook.entities.keys()]) ?? ''
}

const TEXTS = ['quietly', '', '{{ player.name }}', '=1 / 0', '<b>Fire</b>', '**so**', 'ä\u0000', 'x'.repeat(600)]
const NONSENSE: readonly Json[] = [
  ...TEXTS,
  'player',
  '__proto__',
  'constructor',
  'fly',
  'core/end-game',
  -1,
  0,
  0.5,
  1e308,
  2 ** 53,
  true,
  null,
  [],
  ['player', ['player']],
  {},
  { to: 'player', entity_id: 'player', field: 'name', value: 1 },
]

function nonsense(random: Random): Json {
  return random.pick(NONSENSE) ?? null
}

function newHashes(calls: number): readonly Hash[] {
  return Array.from({ length: Math.ceil(calls / CALLS_PER_HASH) }, () => createHash('sha256'))
}

function at(hashes: readonly Hash[], call: number): Hash {
  const hash = hashes[Math.floor(call / CALLS_PER_HASH)]
  if (hash === undefined) throw new Error(`There is no hash for call ${call}.`)
  return hash
}

function update(hash: Hash, values: readonly unknown[]): void {
  hash.update(JSON.stringify(values))
}

function toHex(hash: Hash): string {
  return hash.digest('hex')
}

function ignore(): void {}
