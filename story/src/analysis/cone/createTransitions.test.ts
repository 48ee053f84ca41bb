import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce, textOf } from '../../testSupport/cones/bruteForce.ts'
import { playCone, type PlainTransitions } from '../../testSupport/cones/playCone.ts'
import { randomCone } from '../../testSupport/cones/randomCone.ts'
import { createTransitions } from './createTransitions.ts'
import type { ConeStart, ConeState, ConeStep, Transitions } from './transitions.ts'

const LIMIT = 300

function textOfStart({ state, goals }: ConeStart): string {
  return `${textOf(state)} ${goals.join()}`
}

/** Goals that conditions met in the state before may be met again, or not: they are left out. */
function textsOfSteps(from: ConeState, steps: readonly ConeStep[], met: readonly number[]): readonly string[] {
  const texts = steps.flatMap(({ program, next, goals }) => {
    const news = goals.filter((goal) => !met.includes(goal))
    const isNothing = news.length === 0 && textOf(next) === textOf(from)
    return isNothing ? [] : [`${program.program.index} ${textOf(next)} ${news.join()}`]
  })
  return [...new Set(texts)].sort()
}

/** The states that are reached, each with its steps as texts. */
function explore(
  transitions: Transitions,
  watchedIn: PlainTransitions['watchedIn'],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map(transitions.starts().map(({ state }) => [textOf(state), state]))
  const steps = new Map<string, readonly string[]>()
  for (const [text, state] of found) {
    if (steps.size === LIMIT) break
    const from = transitions.isEnded(state) ? [] : transitions.stepsFrom(state)
    steps.set(text, textsOfSteps(state, from, watchedIn(state)))
    for (const { next } of from) if (!found.has(textOf(next))) found.set(textOf(next), next)
  }
  return steps
}

describe('createTransitions', () => {
  it('does the same as the rules in their simplest form', () => {
    fc.assert(
      fc.property(randomCone, (random) => {
        // What runs last must not write what conditions test: the next call would not notice.
        const cone = random
        const fast = createTransitions({ ...cone, reasons: [{ kind: 'trigger-limit', triggers: [] }] })
        const plain = playCone(cone)
        fc.pre(!bruteForce(plain).isTooLarge)
        const texts = new Set(fast.starts().map(textOfStart))
        expect([...texts].sort()).toEqual([...new Set(plain.starts().map(textOfStart))].sort())
        const found = explore(fast, plain.watchedIn)
        fc.pre(fast.reasons().length === 0)
        expect(found).toEqual(explore(plain, plain.watchedIn))
      }),
    )
  })
})
