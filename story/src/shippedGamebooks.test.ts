import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  callFunction,
  listEndings,
  parseState,
  readGamebook,
  runTriggers,
  startState,
  worldOf,
  type Gamebook,
  type StoryState,
} from './index.ts'

const GAMEBOOKS = new URL('../../gamebooks/', import.meta.url)

const Step = z.strictObject({
  call: z.strictObject({ function: z.string(), args: z.record(z.string(), z.json()) }),
  result: z.strictObject({ result: z.enum(['applied', 'refused']), code: z.string().optional() }),
  /** What the dice of the seed make of it. */
  roll: z.strictObject({ success: z.boolean() }).optional(),
  /** The triggers that follow. */
  fired: z.array(z.string()).optional(),
})
type Step = z.infer<typeof Step>
const Walkthroughs = z.array(
  z.strictObject({
    book: z.string(),
    name: z.string(),
    ending: z.string(),
    seed: z.int(),
    steps: z.array(Step),
  }),
)
const walkthroughs = Walkthroughs.parse(JSON.parse(readFileSync(new URL('walkthroughs.json', GAMEBOOKS), 'utf8')))
const books = listFolders('.').flatMap((namespace) => listFolders(namespace).map((name) => `${namespace}/${name}`))

describe.each(books)('the gamebook %s', (book) => {
  const report = readGamebook(readFileSync(new URL(`${book}/llm-gamebook.yaml`, GAMEBOOKS)))
  const own = walkthroughs.filter((walkthrough) => walkthrough.book === book)

  it('has no findings', () => {
    expect(report.diagnostics).toEqual([])
  })

  it('has a play-through to each of its endings', () => {
    const endings = listEndings(report.gamebook ?? expect.unreachable()).map(({ title }) => title)
    expect(new Set(own.map(({ ending }) => ending))).toEqual(new Set(endings))
  })

  it('has every function called, and every trigger fired, in some play-through', () => {
    const gamebook = report.gamebook ?? expect.unreachable()
    const { functions, triggers } = gamebook
    const steps = own.flatMap((walkthrough) => walkthrough.steps)
    const called = steps.filter(({ result }) => result.result === 'applied').map(({ call }) => call.function)
    const atStart = Object.entries(begin(gamebook, 1).triggers).flatMap(([id, { fired }]) => (fired > 0 ? [id] : []))
    const fired = [...atStart, ...steps.flatMap((step) => step.fired ?? [])]
    expect(functions.map(({ name }) => name).filter((name) => !called.includes(name))).toEqual([])
    expect(triggers.map(({ id }) => id).filter((id) => !fired.includes(id))).toEqual([])
  })

  it.each(own)('can be played, saved and played on: $name', ({ seed, steps, ending }) => {
    const gamebook = report.gamebook ?? expect.unreachable()
    const states = play(gamebook, begin(gamebook, seed), steps)
    expect(states.at(-1)?.ended).toMatchObject({ title: ending })
    expect(states.slice(0, -1).map(({ ended }) => ended)).toEqual(steps.map(() => undefined))
    const middle = Math.floor(steps.length / 2)
    const reloaded = parseState(JSON.parse(JSON.stringify(states[middle])))
    expect(play(gamebook, reloaded, steps.slice(middle)).at(-1)).toEqual(states.at(-1))
  })
})

/** The state after the opening: what holds from the beginning has followed already. */
function begin(gamebook: Gamebook, seed: number): StoryState {
  return runTriggers(worldOf(gamebook, startState(seed)), failOnError).state
}

/** The states before the first step and after each. */
function play(gamebook: Gamebook, start: StoryState, steps: readonly Step[]): readonly StoryState[] {
  const states = [start]
  for (const { call, result, roll, fired } of steps) {
    const world = worldOf(gamebook, states.at(-1) ?? start)
    const outcome = callFunction(world, { ...call, by: 'tool' }, failOnError)
    const [own, ...others] = outcome.receipts
    const step = `${call.function} ${JSON.stringify(call.args)}`
    expect(outcome.result, step).toMatchObject(result)
    expect(own?.roll?.success, step).toBe(roll?.success)
    expect([...new Set(others.map(({ trigger }) => trigger))], step).toEqual(fired ?? [])
    expect(
      others.map((receipt) => receipt.result),
      step,
    ).toEqual(others.map(() => 'applied'))
    states.push(outcome.state)
  }
  return states
}

function failOnError(where: string, error: Error): never {
  throw new Error(`${where}: ${error.message}`, { cause: error })
}

function listFolders(path: string): readonly string[] {
  return readdirSync(new URL(`${path}/`, GAMEBOOKS), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}
