import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { Answer } from '../../src/engine/answer/answer.ts'
import { addPieces, contentSince, PieceContent } from '../../src/messages/answerPiece.ts'
import { makeMessage, SESSION } from '../support/messages.ts'

const RECEIPT = {
  receipt: { action: 'set', by: 'tool', args: {}, result: 'applied', guards: [], changes: [] },
  line: 'It rings.',
  newPlace: false,
} as const

/** An answer in progress, and the pieces that were saved of it. */
class SavedAnswer {
  readonly begun = makeMessage(SESSION, null, { status: 'streaming', parts: [] })
  readonly pieces: string[] = []
  readonly #calls: ReturnType<Answer['addToolCall']>[] = []
  readonly answer: Answer
  #saved = this.begun
  #ids = 0

  constructor() {
    this.answer = new Answer(this.begun, { emit: () => {}, newId: () => `id-${this.nextId()}`, now: () => `time` })
  }

  nextId(): number {
    this.#ids += 1
    return this.#ids
  }

  changedState() {
    return { ...this.answer.state, rng: { seed: 7, counter: this.nextId() } }
  }

  call(): void {
    this.#calls.push(this.answer.addToolCall({ toolName: 'ring', input: { number: this.nextId() } }))
  }

  complete(receipts: number, changesState: boolean): void {
    const call = this.#calls.shift()
    if (call === undefined) return
    const state = changesState ? this.changedState() : this.answer.state
    this.answer.completeToolCall(
      call,
      {},
      Array.from({ length: receipts }, () => RECEIPT),
      state,
    )
  }

  save(): void {
    const now = this.answer.snapshot()
    const content = contentSince(this.#saved, now)
    if (content !== null) this.pieces.push(JSON.stringify(content))
    this.#saved = now
  }
}

type Step = (saved: SavedAnswer) => void

const kind = fc.constantFrom('text' as const, 'thinking' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(kind, fc.string({ maxLength: 5 })).map(
    ([type, text]): Step =>
      ({ answer }) =>
        answer.append(type, text),
  ),
  fc.option(fc.nat({ max: 9 }), { nil: undefined }).map(
    (characters): Step =>
      ({ answer }) =>
        answer.withdraw('loop', characters),
  ),
  kind.map(
    (type): Step =>
      (saved) =>
        saved.answer.annotate(type, { provider: { signature: `${saved.nextId()}` } }),
  ),
  fc.tuple(fc.nat({ max: 2 }), fc.boolean()).map(
    ([receipts, changes]): Step =>
      (saved) =>
        saved.complete(receipts, changes),
  ),
  fc.constantFrom<Step[]>(
    ({ answer }) => answer.beginStep(),
    ({ answer }) => answer.closePart(),
    (saved) => saved.answer.addTriggered([RECEIPT], saved.changedState()),
    (saved) => saved.call(),
    (saved) => saved.save(),
  ),
)

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('the pieces of an answer', () => {
  it('make exactly the answer, whatever it consists of and whenever it was saved', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const saved = new SavedAnswer()
        for (const run of steps) run(saved)
        saved.save()
        const pieces = saved.pieces.map((content) => PieceContent.parse(JSON.parse(content)))
        expect(asStored(addPieces(saved.begun, pieces))).toEqual(asStored(saved.answer.snapshot()))
      }),
    )
  })

  it('hold only what was added', () => {
    const answer = (text: string) => makeMessage(SESSION, null, { parts: [{ id: 'a', type: 'text', text }] })
    const long = 'One two three. '.repeat(100)
    const before = answer(long)
    expect(contentSince(before, { ...answer(`${long}Four.`), stateAfter: before.stateAfter })).toEqual({
      parts: [{ id: 'a', type: 'text', text: 'Four.' }],
      receipts: [],
      firstTokenAt: null,
    })
    expect(contentSince(before, before)).toBeNull()
  })
})
