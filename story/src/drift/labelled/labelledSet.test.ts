import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { Gamebook, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { callFunction } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import { openStory } from '../../play/openStory.ts'
import { restoreState } from '../../restore/restoreState.ts'
import { parseState } from '../../state/parseState.ts'
import type { StoryState } from '../../state/storyState.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { ignore } from '../../testSupport/playCalls.ts'
import { worldOf } from '../../traits/worldOf.ts'

const FOLDER = new URL('./', import.meta.url)
const HELD_OUT = new URL('../heldOut/', import.meta.url)
const read = (path: string, folder = FOLDER): string => readFileSync(new URL(path, folder), 'utf8')

/** The labels are the first cells of the tables in the second half of the page. */
const [, DECISIONS = ''] = read('README.md').split('## How labels are decided')
const LABELS = new Set([...DECISIONS.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, label]) => label ?? ''))

const Effect = z.looseObject({
  changes: z.array(z.looseObject({ entity: z.string(), field: z.string(), before: z.json(), after: z.json() })),
  get effects() {
    return z.array(Effect).optional()
  },
})
type Effect = z.infer<typeof Effect>

const Answer = z.strictObject({
  id: z.string().regex(/^[a-z]+\d*-\d+$/),
  gamebook: z.string().regex(/^(example|local)\/[a-z-]+$/),
  turn: z.int().nonnegative(),
  origin: z.enum(['live', 'deliberate', 'written', 'mutated']),
  base: z.string().optional(),
  span: z.string().optional(),
  player: z.string().nullable(),
  calls: z.array(z.strictObject({ name: z.string(), args: z.json(), result: z.looseObject({ result: z.string() }) })),
  offeredAfter: z.array(
    z.strictObject({ name: z.string(), args: z.record(z.string(), z.union([z.array(z.string()), z.string()])) }),
  ),
  text: z.string(),
  labels: z.array(z.string()).min(1),
  stateBefore: z.json(),
  stateAfter: z.json(),
  receipts: z.array(Effect),
})
type Answer = z.infer<typeof Answer>

function readSet(folder: URL): ReadonlyMap<string, { gamebook: Gamebook; answers: readonly Answer[] }> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
  return new Map(
    files.map((file) => {
      const book = file.slice(0, -'.jsonl'.length)
      const gamebook = loadGamebook(read(`gamebooks/${book}/llm-gamebook.yaml`, folder))
      const lines = read(file, folder).trimEnd().split('\n')
      return [book, { gamebook, answers: lines.map((line) => Answer.parse(JSON.parse(line))) }]
    }),
  )
}

const bytesOf = (folder: URL): number =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0)

const isClean = ({ labels }: Answer): boolean => labels[0] === 'none'

const set = readSet(FOLDER)
const heldOutSet = readSet(HELD_OUT)
const all = [...set.values()].flatMap(({ answers }) => answers)
const heldOut = [...heldOutSet.values()].flatMap(({ answers }) => answers)
const both = [...all, ...heldOut]
const RECORDED = new Set(['example/low-water', 'example/what-the-parrot-said'])
const isRecorded = ({ gamebook }: Answer): boolean => RECORDED.has(gamebook)

interface Played {
  readonly state: StoryState
  readonly receipts: readonly unknown[]
  readonly results: readonly unknown[]
}

function playTurn(gamebook: Gamebook, answer: Answer): Played {
  let state = parseState(answer.stateBefore)
  const receipts: unknown[] = []
  const results: unknown[] = []
  if (answer.player === null) receipts.push(...openStory(worldOf(gamebook, state), ignore))
  for (const { name, args } of answer.calls) {
    const call = { function: name, args: args as Json, by: 'tool' } as const
    const outcome = callFunction(worldOf(gamebook, state), call, ignore)
    state = outcome.state
    receipts.push(...outcome.receipts)
    results.push(outcome.result)
  }
  const ended = endTurn(worldOf(gamebook, state), ignore)
  return { state: ended.state, receipts: [...receipts, ...ended.receipts], results }
}

/** The choices of a parameter, else its type. */
const valuesOf = (parameter: Parameter): unknown => (parameter.type === 'choice' ? parameter.values : parameter.type)

const offeredNow = (gamebook: Gamebook, state: StoryState): unknown =>
  offeredFunctions(worldOf(gamebook, state), ignore).map(({ fn, choices }) => ({
    name: fn.name,
    args: {
      ...Object.fromEntries([...fn.parameters].map(([id, parameter]) => [id, valuesOf(parameter)])),
      ...Object.fromEntries(choices),
    },
  }))

const changesOf = ({ changes, effects = [] }: Effect): Effect['changes'] => [...changes, ...effects.flatMap(changesOf)]

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The engine's own words can change; what it did can't. */
const withoutWords = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (WORDS.has(key) ? undefined : inner)))
const WORDS = new Set(['reason', 'changed', 'narrations'])

describe('the set of labelled answers', () => {
  it('is large enough, and small enough to be stored', () => {
    const clean = all.filter(isClean)
    expect(all.length).toBeGreaterThanOrEqual(850)
    expect(all.filter(({ origin }) => origin === 'written').length).toBeGreaterThanOrEqual(150)
    expect(clean.length).toBeGreaterThanOrEqual(350)
    expect(all.length - clean.length).toBeGreaterThanOrEqual(500)
    expect(bytesOf(FOLDER)).toBeLessThan(3_000_000)
  })

  it('has a part that is held out, written by hand about other gamebooks', () => {
    expect(heldOut.filter(({ origin }) => origin !== 'written')).toEqual([])
    expect([...heldOutSet.keys()].filter((book) => set.has(book))).toEqual([])
    expect(heldOut.filter(isClean).length).toBeGreaterThanOrEqual(50)
    expect(heldOut.filter((answer) => !isClean(answer)).length).toBeGreaterThanOrEqual(80)
    expect(bytesOf(HELD_OUT)).toBeLessThan(500_000)
  })

  it('has ids that are unique, and bases that exist or were left out', () => {
    const ids = both.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const bases = both.flatMap((answer) => (isRecorded(answer) ? [] : (answer.base ?? [])))
    expect(bases.filter((base) => !ids.includes(base))).toEqual([])
    expect(both.filter(({ base, origin }) => (base !== undefined) !== (origin === 'mutated'))).toEqual([])
    expect(both.filter(({ text, span = '' }) => !text.includes(span))).toEqual([])
  })

  it('has labels that the page describes, each once, and none beside others', () => {
    const known = new Set([...LABELS, 'none'])
    const wrong = both.filter(
      ({ labels }) =>
        labels.some((label) => !known.has(label)) ||
        new Set(labels).size !== labels.length ||
        (labels.includes('none') && labels.length > 1),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('has examples of every label', () => {
    const [, exactAndSure = '', fair = ''] = DECISIONS.split(/### Exact|### Fair/)
    const rare = (part: string, least: number): readonly string[] =>
      [...LABELS].filter((label) => {
        const count = all.filter(({ labels }) => labels.includes(label)).length
        return part.includes(`| \`${label}\` |`) && count < least
      })
    expect(rare(exactAndSure, 12)).toEqual([])
    // Only a recording shows in which order things arrived.
    expect(rare(fair, 5)).toEqual(['prose-before-call'])
  })

  it('has no text twice', () => {
    const texts = both.flatMap(({ text, labels }) => (labels.includes('empty') ? [] : [text.trim()]))
    expect(texts.filter((text, index) => text === '' || texts.indexOf(text) !== index)).toEqual([])
  })
})

describe.each([...set, ...heldOutSet])('the answers to %s', (book, { gamebook, answers }) => {
  it('name their gamebook', () => {
    expect(new Set(answers.map(({ gamebook: id }) => id.split('/')[1]))).toEqual(new Set([book]))
  })

  it('have states that fit the gamebook', () => {
    const states = answers.flatMap(({ stateBefore, stateAfter }) => [stateBefore ?? [], stateAfter].flat())
    expect(states.flatMap((state) => restoreState(gamebook, state, 1).findings)).toEqual([])
  })

  it('have the states and receipts that the engine comes to', () => {
    for (const answer of answers.filter(({ stateBefore }) => stateBefore !== null)) {
      const { state, receipts, results } = playTurn(gamebook, answer)
      expect(json(state), answer.id).toEqual(answer.stateAfter)
      // What was recorded has the words of its time.
      if (isRecorded(answer)) continue
      expect(withoutWords(receipts), answer.id).toEqual(withoutWords(answer.receipts))
      expect(withoutWords(results), answer.id).toEqual(withoutWords(answer.calls.map(({ result }) => result)))
      expect(offeredNow(gamebook, state), answer.id).toEqual(answer.offeredAfter)
    }
  })

  it('have receipts whose changes are in the state after', () => {
    for (const { id, receipts, stateAfter } of answers) {
      const { entities } = parseState(stateAfter)
      const last = new Map(receipts.flatMap(changesOf).map((change) => [`${change.entity}.${change.field}`, change]))
      for (const [name, { entity, field, after }] of last) {
        expect(entities[entity]?.[field], `${id} ${name}`).toEqual(after)
      }
    }
  })
})
