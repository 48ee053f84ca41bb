import { expect, it } from 'vitest'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { formatStep } from '../steps/step.ts'
import { Coverage } from './coverage.ts'
import { playRun } from './playRun.ts'

const gamebook = loadGamebook(HARBOUR)

/** A reported seed must lead to the same failure in every version of the app. */
it.each([
  [3, ['sail()', 'sail()', 'rest(minutes: 50760)', 'befriend(who: player)', 'befriend(who: player)']],
  [5, ['take(item: rope)', 'set_courage(value: 62)', 'give(item: rope, to: sack)', 'take(item: box)']],
  [6, ['befriend(who: mate)', 'fail()']],
  [7, ['set_courage(value: -84)', 'dare()', 'befriend(who: player)', 'set_courage(value: 83)', 'dare()']],
])('the same seed always gives the same calls: %i', (seed, calls) => {
  expect(callsOf(seed, calls.length)).toEqual(calls)
})

it('the calls that a run has made least come first', () => {
  const calls = [1, 2, 3, 4].flatMap((seed) => callsOf(seed, 60))
  const names = new Set(calls.map((call) => call.replace(/\(.*/, '')))
  expect(names.size).toBe(gamebook.functions.length - 1)
})

function callsOf(seed: number, maxSteps: number): readonly string[] {
  const run = playRun(gamebook, { seed, maxSteps, mustEnd: false, coverage: new Coverage(gamebook) })
  return run.steps.map(formatStep)
}
