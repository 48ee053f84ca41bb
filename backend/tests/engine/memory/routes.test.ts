import { startState } from '@llm-gamebook/story'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { textOf } from '../../../src/messages/part.ts'
import type { Narrator } from '../../../src/models/narrator.ts'
import { loadBook, SMALL_BOOK } from '../turnHarness.ts'
import { narratorWith } from './narratorWith.ts'
import { fork, pathTo, reload, StorySimulation } from './storySimulation.ts'

const gamebook = loadBook(SMALL_BOOK)

/** The second has the smaller window. */
const [LARGE, SMALL] = [narratorWith(5000, 'large'), narratorWith(3000, 'small')]

const KINDS = [
  'play',
  'play',
  'play',
  'play',
  'retry',
  'retry smaller',
  'edit',
  'undo',
  'summary',
  'summary',
  'mode',
] as const
const operation = fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat(), length: fc.nat({ max: 1500 }) })

interface Played {
  readonly id: string
  readonly body: string
  readonly narrator: Narrator
}

it('sends the same bytes for a message by every route, through 10,000 undo, retry, edit and fork', () => {
  let cuts = 0
  let summarized = 0
  fc.assert(
    fc.property(fc.array(operation, { minLength: 400, maxLength: 400 }), (operations) => {
      const story = new StorySimulation(gamebook, startState(7))
      const played: Played[] = []
      const waiting: { readonly at: number; readonly summary: Parameters<typeof story.addSummary>[0] }[] = []
      const play = (pick: number, length: number): void => {
        const narrator = pick % 11 === 0 ? SMALL : LARGE
        const moveTo = [null, 'gate', 'lawn'][pick % 3] ?? null
        const text = `I look at leaf ${pick}. ${'And on. '.repeat(length % 40)}`
        const sent = story.play(text, 'It rains. '.repeat(length / 10), narrator, moveTo)
        played.push({ id: sent.id, body: sent.body, narrator })
        if (sent.memory?.keepFrom != null) cuts += 1
        if (sent.memory?.summaryId != null) summarized += 1
        expect(sent.estimate).toBeLessThanOrEqual(sent.budget)
      }
      for (const [at, { kind, pick, length }] of operations.entries()) {
        const due = waiting.filter((summary) => summary.at <= at)
        for (const one of due) {
          waiting.splice(waiting.indexOf(one), 1)
          if (story.messages.has(one.summary.coversTo)) story.addSummary(one.summary)
        }
        const some = played[pick % Math.max(1, played.length)]
        // Mostly the last turns are changed, so that stories become long enough to be cut.
        const recent = pick % 40 === 0 ? some : played.at(-1 - (pick % 4))
        const parentId = recent && story.messages.get(recent.id)?.parentId
        if (kind === 'play' || recent === undefined || parentId == null) play(pick, length)
        else if (kind === 'retry') story.retry(recent.id, 'Again. '.repeat(length / 10), recent.narrator)
        else if (kind === 'retry smaller') story.retry(recent.id, 'Again.', SMALL)
        else if (kind === 'undo') story.headId = parentId
        else if (kind === 'mode') story.mode = pick % 4 === 0 ? 'journal' : 'full'
        else if (kind === 'edit') {
          story.headId = parentId
          play(pick, length)
        } else {
          const summary = story.startSummary(LARGE)
          if (summary !== null) waiting.push({ at: at + (pick % 15), summary })
        }
        if (some === undefined) continue
        const route = [story, reload(story, some.id), fork(story, some.id)][at % 3] ?? story
        const id = at % 3 === 2 ? `copy-${some.id}` : some.id
        expect(story.bodyAgain(route, id, some.narrator)).toBe(some.body)
      }
    }),
    { numRuns: 25 },
  )
  // Otherwise the routes led across nothing.
  expect(Math.min(cuts, summarized)).toBeGreaterThan(100)
}, 300_000)

it('holds what was said last, word for word', () => {
  const story = new StorySimulation(gamebook, startState(7))
  for (let turn = 0; turn < 60; turn += 1) {
    const { body, memory } = story.play(`Turn ${turn}.`, `Answer ${turn}. ${'It rains. '.repeat(60)}`, LARGE, null)
    if (turn > 0) expect(body).toContain(`Answer ${turn - 1}.`)
    if (memory?.keepFrom != null) expect(body).toContain('# The story so far')
  }
  expect(pathTo(story, story.headId).map(textOf).join('\n')).toContain('Turn 0.')
})
