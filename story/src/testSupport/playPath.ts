import { createRandom, type Random } from '../analysis/random.ts'
import type { Gamebook, Parameter } from '../gamebook/gamebook.ts'
import type { MessageReceipts } from '../journal/journalEntry.ts'
import type { Json } from '../json.ts'
import { callFunction } from '../play/callFunction.ts'
import { endTurn } from '../play/endTurn.ts'
import { offeredFunctions, type OfferedFunction } from '../play/offeredFunctions.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { worldOf } from '../traits/worldOf.ts'
import { ignore } from './playCalls.ts'

/** A message of a random play, with the gamebook at the state after it. */
export interface PlayedTurn extends MessageReceipts {
  readonly world: World
}

/** Plays turns of one offered call each, and again from the start when the story has ended. */
export function playPath(gamebook: Gamebook, seed: number, turns: number): readonly PlayedTurn[] {
  const random = createRandom(seed)
  const start = worldOf(gamebook, startState(seed))
  const path: PlayedTurn[] = []
  let world = start
  for (let turn = 0; turn < turns; turn += 1) {
    const offer = random.pick(offeredFunctions(world, ignore))
    if (offer === undefined) world = { ...start, state: { ...start.state, rng: world.state.rng } }
    else {
      const call = { function: offer.fn.name, args: argumentsOf(offer, random), by: 'tool' } as const
      const called = callFunction(world, call, ignore)
      const ended = endTurn({ ...world, state: called.state }, ignore)
      world = { ...world, state: ended.state }
      path.push({ messageId: `m${turn}`, receipts: [...called.receipts, ...ended.receipts], world })
    }
  }
  return path
}

function argumentsOf({ fn, choices }: OfferedFunction, random: Random): Json {
  const values = [...fn.parameters].map(([name, parameter]): [string, Json] => [name, valueOf(parameter, random)])
  const targets = [...choices].map(([name, ids]): [string, Json] => [name, random.pick(ids) ?? null])
  return Object.fromEntries([...values, ...targets])
}

function valueOf(parameter: Parameter, random: Random): Json {
  switch (parameter.type) {
    case 'integer':
      return Math.floor(parameter.min + random.real() * (parameter.max - parameter.min + 1))
    case 'boolean':
      return random.real() < 0.5
    case 'choice':
      return random.pick(parameter.values) ?? null
    case 'text':
      return `words ${Math.floor(random.real() * 1e6)}`.slice(0, parameter.maxLength)
    default:
      return null
  }
}
