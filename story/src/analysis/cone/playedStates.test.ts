import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FERRY } from '../../testSupport/ferry.ts'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { POOL } from '../../testSupport/pool.ts'
import { TOWER } from '../../testSupport/tower.ts'
import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import type { StoryState } from '../../state/storyState.ts'
import { observePlay } from '../answers/observePlay.ts'
import { StoryObserver } from '../answers/storyObserver.ts'
import { Coverage } from '../randomPlay/coverage.ts'
import { listObservers } from '../programs/observers.ts'
import { readVariable } from '../programs/readVariable.ts'
import { tracePrograms } from '../programs/tracePrograms.ts'
import { playRun } from '../randomPlay/playRun.ts'
import { replay } from '../steps/replay.ts'
import { findValueSets } from '../values/findValueSets.ts'
import { createConeBuilder } from './buildCone.ts'
import { createTransitions } from './createTransitions.ts'
import { encodeState } from './encodeState.ts'
import { realizeStart, realizeStep } from './realizeStep.ts'
import type { ConeState, ConeStep } from './transitions.ts'

const GAMEBOOKS = new URL('../../../../gamebooks/example/', import.meta.url)
const shipped = readdirSync(GAMEBOOKS).map((name): [string, string] => {
  return [name, readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8')]
})
const books: readonly [string, string][] = [
  ['the tower', TOWER],
  ['the harbour', HARBOUR],
  ['the pool', POOL],
  ['the ferry', FERRY],
  ...shipped,
]
const SLOW = 120_000
const SEEDS = [1, 2, 3]
const CALLS = 16

/** The states of a random play, before its first call and after each one. */
function statesOf(gamebook: Gamebook, seed: number): readonly StoryState[] {
  return Array.from({ length: CALLS + 1 }, (_, maxSteps) => {
    return playRun(gamebook, { seed, maxSteps, mustEnd: false, coverage: new Coverage(gamebook) }).state
  })
}

it.each(books)(
  'every random play consists of values of the sets and steps of the cone: %s',
  (_, source) => {
    const gamebook = loadGamebook(source)
    const programs = tracePrograms(gamebook)
    const sets = findValueSets(programs)
    const answers = new Set(listStartQuestions(gamebook).map(({ entityId, field }) => `${entityId}.${field}`))
    const goals = [...sets.events].filter((event) => event.startsWith('entered ') || event.startsWith('held '))
    const cone = createConeBuilder(programs, sets)({ goals, endings: 'all' })
    const transitions = createTransitions(cone)
    let moved = 0
    for (const seed of SEEDS) {
      let before: ConeState | null = null
      for (const state of statesOf(gamebook, seed)) {
        const unknown = programs.variables.filter(({ index, variable }) => {
          return sets.find(index, readVariable(gamebook, variable, state)) === null
        })
        // One text stands for all that the player can answer.
        const missing = unknown.filter(({ index, name }) => {
          return sets.reasonsOfVariable(index).length === 0 && !answers.has(name)
        })
        expect(missing.map(({ name }) => name)).toEqual([])
        const after = encodeState(cone, state)
        if (after === null) {
          expect(unknown.filter(({ index }) => cone.variables.includes(index))).not.toEqual([])
          break
        }
        const next = before === null ? transitions.starts().map((start) => start.state) : [before]
        const steps = before === null ? [] : transitions.stepsFrom(before)
        const reached = new Set([...next, ...steps.map((step) => step.next)].map((one) => one.join()))
        expect(reached, `seed ${seed}`).toContain(after.join())
        if (before !== null && before.join() !== after.join()) moved += 1
        before = after
      }
    }
    expect(moved).toBeGreaterThan(0)
  },
  SLOW,
)

it.each(books)('everything that happens in a random play is an event of the programs: %s', (_, source) => {
  const gamebook = loadGamebook(source)
  const programs = tracePrograms(gamebook)
  const sets = findValueSets(programs)
  const numbers = new Map(programs.conditions.map((condition, index) => [condition, index]))
  const watched = {
    gamebook,
    observers: listObservers(gamebook),
    numberOf: (condition: Condition) => numbers.get(condition),
  }
  const seen = new Set<string>()
  for (const seed of SEEDS) {
    const { steps } = playRun(gamebook, { seed, maxSteps: CALLS, mustEnd: false, coverage: new Coverage(gamebook) })
    observePlay(watched, steps, (events) => events.forEach((event) => seen.add(event)), 'always')
  }
  // Programs list refusals only of what is offered.
  const playable = [...seen].filter((event) => !event.startsWith('refused '))
  expect(playable.filter((event) => !sets.events.has(event) && sets.reasonsFor(event).length === 0)).toEqual([])
  expect(seen.size).toBeGreaterThan(3)
})

it.each(books.filter(([name]) => name === 'the tower' || name === 'a-shadow-by-six'))(
  'the engine plays the paths of a cone: %s',
  (_, source) => {
    const gamebook = loadGamebook(source)
    const programs = tracePrograms(gamebook)
    const cone = createConeBuilder(programs, findValueSets(programs))({ goals: [], endings: 'all' })
    const transitions = createTransitions(cone)
    const [start] = transitions.starts()
    if (start === undefined) throw new Error('There is no start')
    const engine = new StoryObserver({ gamebook, observers: [], numberOf: () => undefined })
    const paths = new Map<string, { state: ConeState; path: readonly ConeStep[] }>()
    paths.set(start.state.join(), { state: start.state, path: [] })
    for (const { state, path } of paths.values()) {
      if (paths.size > 150) break
      for (const step of transitions.stepsFrom(state)) {
        const text = step.next.join()
        if (!paths.has(text)) paths.set(text, { state: step.next, path: [...path, step] })
      }
    }
    for (const { state, path } of paths.values()) {
      let reached = realizeStart(cone, start.state, engine)
      const steps = [reached?.step ?? []].flat()
      for (const step of path) {
        reached = reached && realizeStep(cone, reached.outcome.state, step, engine)
        if (reached?.step == null) throw new Error(`The engine plays differently: ${state.join()}`)
        steps.push(reached.step)
      }
      const last = replay(gamebook, steps).at(-1)
      expect(last && encodeState(cone, last)).toEqual(state)
      expect(last).toEqual(reached?.outcome.state)
    }
    expect(paths.size).toBeGreaterThan(10)
  },
  SLOW,
)
