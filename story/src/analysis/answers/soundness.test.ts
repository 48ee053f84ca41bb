import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Gamebook } from '../../gamebook/gamebook.ts'
import { FERRY } from '../../testSupport/ferry.ts'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { POOL } from '../../testSupport/pool.ts'
import { TOWER } from '../../testSupport/tower.ts'
import type { StoryEvent } from '../programs/event.ts'
import { listObservers } from '../programs/observers.ts'
import type { Step } from '../steps/step.ts'
import type { Answers } from './answers.ts'
import { findAnswers } from './findAnswers.ts'
import { observePlay } from './observePlay.ts'
import { randomSteps } from './randomSteps.ts'

const GAMEBOOKS = new URL('../../../../gamebooks/example/', import.meta.url)
const shipped = readdirSync(GAMEBOOKS).map((name): [string, string] => {
  return [name, readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8')]
})
const salt = readFileSync(new URL('../../testSupport/salt-lantern.yaml', import.meta.url), 'utf8')
const books: readonly [string, string][] = [
  ['the tower', TOWER],
  ['the harbour', HARBOUR],
  ['the pool', POOL],
  ['the ferry', FERRY],
  ['the salt lantern', salt],
  ...shipped,
]

const SLOW = 600_000
/** Other plays than those that the checker makes itself. */
const PLAYS = { seed: 5_001, runs: 12 }

describe.each(books)('the answers about %s', (_, source) => {
  const gamebook = loadGamebook(source)
  const answers = findAnswers(gamebook, { maxStates: 10_000 })

  it('allow everything that random plays do', { timeout: SLOW }, () => {
    const seen = new Set<StoryEvent>()
    for (const steps of randomSteps(gamebook, PLAYS))
      eventsOf(gamebook, answers, steps).forEach((event) => seen.add(event))
    const excluded = [...seen].filter((event) => answers.canHappen(event).kind === 'proven')
    expect(excluded).toEqual([])
    expect(seen.size).toBeGreaterThan(5)
  })

  it('show what they say is possible by calls that the engine accepts', { timeout: SLOW }, () => {
    const graphs = [...gamebook.entities.values()].flatMap(({ id, graph }) =>
      graph === undefined ? [] : [{ id, graph }],
    )
    const entries = graphs.flatMap(({ id, graph }) => graph.nodeIds.map((nodeId) => `entered ${id} ${nodeId}`))
    let shown = 0
    for (const event of entries) {
      const possibility = answers.canHappen(event)
      if (possibility.kind !== 'shown') continue
      expect([...eventsOf(gamebook, answers, possibility.steps)], event).toContain(event)
      shown += 1
    }
    expect(shown).toBeGreaterThan(1)
  })
})

/** What happens in a play that the engine accepts to its end. */
function eventsOf(gamebook: Gamebook, { conditions }: Answers, steps: readonly Step[]): ReadonlySet<StoryEvent> {
  const numbers = new Map(conditions.map((condition, index) => [condition, index]))
  const seen = new Set<StoryEvent>()
  const watched = { gamebook, observers: listObservers(gamebook), numberOf: numbers.get.bind(numbers) }
  const end = observePlay(watched, steps, (events) => events.forEach((event) => seen.add(event)), 'always')
  expect(end).not.toBeNull()
  return seen
}
