import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { ignore } from '../../testSupport/playCalls.ts'
import { startState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { isRevealed } from '../../traits/visibility.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { offeredFunctions } from '../offeredFunctions.ts'
import { runTriggers } from '../runTriggers.ts'
import { callTool, type ToolOutcome } from './callTool.ts'

/** In all books together; more with `ATTACK_CALLS`. */
const CALLS = Number(process.env['ATTACK_CALLS'] ?? 10_000)
const CALLS_PER_PLAY = 25
const MAX_VALID = 20
const GAMEBOOKS = new URL('../../../../gamebooks/example/', import.meta.url)
const books: readonly (readonly [string, string])[] = [
  ['the harbour', HARBOUR],
  ['the salt lantern', readFileSync(new URL('../../testSupport/salt-lantern.yaml', import.meta.url), 'utf8')],
  ...readdirSync(GAMEBOOKS).map(
    (name) => [name, readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8')] as const,
  ),
]

interface Attack {
  readonly name: string
  readonly args: Json
  /** Whether to do something that is offered instead, so that play goes on. */
  readonly goesOn: boolean
  readonly pick: number
}

function attacksOn(gamebook: Gamebook): fc.Arbitrary<Attack> {
  const entities = [...gamebook.entities.values()]
  const names = entities.flatMap(({ id, described }) =>
    described?.name.kind === 'constant' ? [id, described.name.text, `the ${described.name.text}`] : [id],
  )
  const labels = entities.flatMap(({ graphNode }) => graphNode?.edges.flatMap(({ label }) => label ?? []) ?? [])
  const keys = ['to', 'item', ...new Set(gamebook.functions.flatMap(({ parameters }) => [...parameters.keys()]))]
  const text = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names, ...labels) },
    fc.constantFrom('', '__proto__', 'x'.repeat(5000), '3', 'true'),
    fc.string(),
  )
  const value = fc.oneof(
    { weight: 8, arbitrary: text },
    fc.record({ id: text }),
    fc.array(text, { maxLength: 2 }),
    fc.jsonValue().map((json): Json => JSON.parse(JSON.stringify(json))),
  )
  const key = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...keys) }, fc.constantFrom('item_id', ...names))
  return fc.record({
    name: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...gamebook.functions.map((fn) => fn.name)) },
      fc.constantFrom(...names, 'fly', '__proto__'),
      fc.string(),
    ),
    args: fc.oneof({ weight: 8, arbitrary: fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true }) }, value),
    goesOn: fc.boolean(),
    pick: fc.nat(1000),
  })
}

describe.each(books)('every call of a model in %s', (_, source) => {
  const gamebook = loadGamebook(source)

  it('never throws, and never names what is not revealed', () => {
    const plays = fc.array(attacksOn(gamebook), { minLength: CALLS_PER_PLAY, maxLength: CALLS_PER_PLAY })
    fc.assert(
      fc.property(plays, fc.nat(), (attacks, seed) => {
        const start = worldOf(gamebook, startState(seed))
        let world: World = { ...start, state: runTriggers(start, ignore).state }
        for (const { name, args, goesOn, pick } of attacks) {
          const tools = offeredFunctions(world, ignore).map(({ fn }) => fn.name)
          const outcome = callTool(world, { function: name, args }, { world, tools }, ignore)
          checkOutcome(world, tools, JSON.stringify(args), outcome)
          if (goesOn) world = takeOffer(world, pick)
        }
      }),
      { numRuns: Math.ceil(CALLS / CALLS_PER_PLAY / books.length), seed: 12 },
    )
  }, 600_000)
})

/** What a model says itself, a story may repeat. */
function checkOutcome(
  before: World,
  tools: readonly string[],
  args: string,
  { state, receipts, result }: ToolOutcome,
): void {
  const after = { ...before, state }
  switch (result.result) {
    case 'applied':
      expect(result.changed.length).toBeGreaterThan(0)
      expect(findHidden(after, result.changed).filter((word) => !args.includes(word))).toEqual([])
      break
    case 'refused':
      expect(receipts[0]).toMatchObject({ result: 'refused', code: result.code })
      expect(state).toBe(before.state)
      break
    case 'error':
      expect([receipts, state]).toEqual([[], before.state])
      expect(result.code).toMatch(/^[a-z-]+$/)
      expect(result.valid.length).toBeLessThanOrEqual(MAX_VALID)
      expect(findHidden(before, result.valid)).toEqual([])
      expect(findHidden(before, [result.message]).filter((word) => !repeatsArgument(result.code, args, word))).toEqual(
        [],
      )
      if (result.code === 'unknown-function') expect(tools).toEqual(expect.arrayContaining([...result.valid]))
  }
}

/** Only this error repeats what a model named, and only as a surplus argument. */
const repeatsArgument = (code: string, args: string, word: string): boolean =>
  code === 'unknown-argument' && args.includes(JSON.stringify(word))

/** The ids and names of hidden entities that stand in the texts as whole words. */
function findHidden(world: World, texts: readonly string[]): readonly string[] {
  const hidden = indexOf(world.gamebook).secrets.filter((entity) => !isRevealed(world, entity))
  const words = hidden.flatMap(({ id, described }) => [
    id,
    ...(described?.name.kind === 'constant' ? [described.name.text] : []),
  ])
  return words.filter((word) =>
    texts.some((text) => ` ${text.replaceAll(/[^\p{L}\p{N}_]/gu, ' ')} `.includes(` ${word} `)),
  )
}

/** The world after one of the offered calls, without free parameters; the same world if there is none. */
function takeOffer(world: World, pick: number): World {
  const offers = offeredFunctions(world, ignore)
  const offer = offers[pick % Math.max(1, offers.length)]
  if (offer === undefined) return world
  const args = Object.fromEntries([...offer.choices].map(([name, ids]) => [name, ids[pick % ids.length] ?? null]))
  const request = { world, tools: [offer.fn.name] }
  return { ...world, state: callTool(world, { function: offer.fn.name, args }, request, ignore).state }
}
