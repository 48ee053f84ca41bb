import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CallCounts } from '../analysis/randomPlay/callCounts.ts'
import { chooseCall } from '../analysis/randomPlay/chooseCall.ts'
import { generateBook } from '../analysis/fuzz/generate/generateBook.ts'
import { createRandom, type Random } from '../analysis/random.ts'
import { readGamebook } from '../format/readGamebook.ts'
import type { Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { callFunction } from '../play/callFunction.ts'
import { endTurn } from '../play/endTurn.ts'
import { offeredFunctions } from '../play/offeredFunctions.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { worldOf } from '../traits/worldOf.ts'
import { listSuggestions } from './listSuggestions.ts'
import type { Suggestion, SuggestionInput } from './suggestion.ts'

const EXAMPLES = new URL('../../../gamebooks/example/', import.meta.url)
const ignore = (): void => {}

/** Plays at random and compares what is suggested in each state with what the engine does. */
function playSuggested(
  gamebook: Gamebook,
  states: number,
  seed: number,
): { states: number; tried: number; failed: string[] } {
  const random = createRandom(seed)
  const failed: string[] = []
  let [seen, tried] = [0, 0]
  for (let run = 0; seen < states && run < states; run += 1) {
    const counts = new CallCounts(seed + run)
    let world = worldOf(gamebook, startState(seed + run))
    for (let step = 0; step < 60 && seen < states && world.state.ended === undefined; step += 1) {
      const suggestions = listSuggestions(world, ignore)
      seen += 1
      for (const suggestion of suggestions) {
        if (suggestion.call === null) continue
        tried += 1
        const failure = failureOf(world, suggestion, random)
        if (failure !== null) failed.push(failure)
      }
      const call = chooseCall(offeredFunctions(world, ignore), counts, random)
      if (call === null) break
      const { state } = callFunction(world, { function: call.function, args: call.args, by: 'tool' }, ignore)
      world = { ...world, state: endTurn({ ...world, state }, ignore).state }
    }
  }
  return { states: seen, tried, failed }
}

function failureOf(world: World, { label, call, input }: Suggestion, random: Random): string | null {
  if (call === null) return null
  const added = Object.fromEntries(input.map((one) => [one.name, draw(one, random)]))
  const args = { ...call.args, ...added }
  const { result } = callFunction(world, { function: call.function, args, by: 'player' }, ignore)
  return result.result === 'applied'
    ? null
    : `${label}: ${call.function} ${JSON.stringify(args)}: ${JSON.stringify(result)}`
}

function draw(input: SuggestionInput, random: Random): Json {
  switch (input.type) {
    case 'text':
      return 'a few words'.slice(0, input.maxLength)
    case 'integer':
      return input.min + Math.floor(random.real() * (input.max - input.min + 1))
    case 'choice':
      return random.pick(input.options)?.value ?? null
  }
}

describe('every suggestion is carried out', () => {
  it('in 2,500 states of the example gamebooks', { timeout: 120_000 }, () => {
    for (const name of readdirSync(EXAMPLES)) {
      const { gamebook } = readGamebook(readFileSync(new URL(`${name}/llm-gamebook.yaml`, EXAMPLES), 'utf8'))
      if (gamebook === null) throw new Error(`${name} has errors.`)
      const { states, tried, failed } = playSuggested(gamebook, 625, 11)
      expect(failed.slice(0, 3), name).toEqual([])
      expect(states, name).toBe(625)
      expect(tried, name).toBeGreaterThan(625)
    }
  })

  it('in 7,500 states of random gamebooks', { timeout: 120_000 }, () => {
    let [states, tried] = [0, 0]
    for (let seed = 1; states < 7500; seed += 1) {
      const { gamebook } = readGamebook(generateBook(seed))
      if (gamebook === null) continue
      const played = playSuggested(gamebook, 50, seed)
      expect(played.failed.slice(0, 3), `seed ${seed}`).toEqual([])
      states += played.states
      tried += played.tried
    }
    expect(tried).toBeGreaterThan(states)
  })
})
