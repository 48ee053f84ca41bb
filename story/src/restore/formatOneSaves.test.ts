import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { callFunction } from '../play/callFunction.ts'
import { runTriggers } from '../play/runTriggers.ts'
import type { StoryState } from '../state/storyState.ts'
import { formatOnePlays } from '../testSupport/formatOne/formatOne.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { worldOf } from '../traits/worldOf.ts'
import { restoreState } from './restoreState.ts'

const GAMEBOOKS = new URL('../../../gamebooks/example/', import.meta.url)
const names = new Set(formatOnePlays.map(({ book }) => book))
const gamebooks = new Map([...names].map((name) => [name, loadShipped(name)]))

describe.each(formatOnePlays)('a save of $book, "$name", from before Format 2', (play) => {
  const gamebook = gamebooks.get(play.book) ?? expect.unreachable()
  const remaining = play.calls.slice(play.middle)

  it('loads in the middle, and is played on to its ending', () => {
    let state = restore(gamebook, play.saved.middle)
    expect(state.ended).toBeUndefined()
    for (const call of remaining) {
      const outcome = callFunction(worldOf(gamebook, state), { ...call, by: 'tool' }, failOnError)
      ;({ state } = runTriggers(worldOf(gamebook, outcome.state), failOnError))
    }
    expect(state.ended).toMatchObject(play.ending)
  })

  it('loads at its end, and stays ended', () => {
    const state = restore(gamebook, play.saved.end)
    expect(state.ended).toMatchObject(play.ending)
    expect(runTriggers(worldOf(gamebook, state), failOnError).receipts).toEqual([])
    const [call] = remaining
    const outcome = callFunction(
      worldOf(gamebook, state),
      { ...(call ?? expect.unreachable()), by: 'tool' },
      failOnError,
    )
    expect(outcome.result).toMatchObject({ result: 'refused', code: 'game-ended' })
    expect(outcome.state).toBe(state)
  })
})

it('the saves are of all seventeen endings', () => {
  expect(new Set(formatOnePlays.map(({ book, ending }) => `${book}: ${ending.title}`)).size).toBe(17)
})

function restore(gamebook: Gamebook, saved: Json): StoryState {
  const { state, findings } = restoreState(gamebook, saved, 1)
  expect(findings).toEqual([])
  return state
}

function loadShipped(name: string): Gamebook {
  return loadGamebook(readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8'))
}

function failOnError(where: string, error: Error): never {
  throw new Error(`${where}: ${error.message}`, { cause: error })
}
