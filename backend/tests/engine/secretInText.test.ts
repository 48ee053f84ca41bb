import { describe, expect, it, onTestFinished } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { textOf } from '../../src/messages/part.ts'
import { fakeModel, type FakePart, finish, text as shortText, toolCall } from '../support/fakeModel.ts'
import { SMALL_BOOK, startPlay } from './turnHarness.ts'

const MEET =
  '{name: meet, description: The player meets someone., effects: [{action: core/reveal, args: {entity_id: keeper}}]}'
const BOOK = `${SMALL_BOOK.replace('functions: [', `functions: [${MEET}, `)}
  - name: Person
    traits: [described]
    entities:
      - {id: keeper, name: Ambrose Vane, description: He waters the orchard at night., secret: true}
`
const GONE_ON = 'The model gave away what the story has not revealed yet. It was left out, and the model went on.'
const CUT = 'The model gave away again what the story has not revealed yet, so its answer was cut there.'

/** A text with as many tokens as it may have. */
const text = (...words: readonly string[]): readonly FakePart[] => [
  ...shortText(...words).slice(0, -1),
  finish('stop', 40),
]

/** The answer to one message, and what was sent for it. */
async function answerTo(words: string, ...answers: readonly (readonly FakePart[])[]) {
  const play = await startPlay(BOOK)
  onTestFinished(() => play.db.destroy())
  const opening = await play.playTurn(fakeModel(text('Wet grass.')), null)
  const model = fakeModel(...answers)
  play.events.length = 0
  const path = await play.playTurn(model, words, opening)
  const answer = path.at(-1)
  if (answer === undefined) throw new Error('There is no answer.')
  expect(play.faults).toEqual([])
  return { play, path, answer, model, shown: () => shownIn(play.events), notices: answer.model?.notices ?? [] }
}

type Play = Awaited<ReturnType<typeof startPlay>>

/** All text that was published as it arrived. */
const shownIn = (events: Play['events']): string =>
  events.map((event) => (event.type === 'part-delta' ? event.text : '')).join('')

const withdrawn = ({ parts }: Message) =>
  parts.flatMap((part) => (part.type === 'text' && part.withdrawn !== undefined ? [[part.withdrawn, part.text]] : []))

/** The last message of a request. */
const lastSent = (model: ReturnType<typeof fakeModel>, request: number): string =>
  JSON.stringify(model.doStreamCalls[request]?.prompt.at(-1))

describe('a secret in the words of a model', () => {
  it('is never shown: the answer is cut after the sentence before, and the model goes on', async () => {
    const { answer, model, shown, notices } = await answerTo(
      'I wait.',
      text('A bell rings. A man, Am', 'brose Va', 'ne, waves. He is old.'),
      text('Someone waves from afar.'),
    )
    expect(answer).toMatchObject({ status: 'done', error: null, driftFindings: [] })
    expect(textOf(answer)).toBe('A bell rings. Someone waves from afar.')
    expect(shown()).toBe('A bell rings. A man, Someone waves from afar.')
    expect(withdrawn(answer)).toEqual([
      ['secret', 'A man, '],
      ['secret', expect.stringMatching(/^Ambrose Vane/)],
    ])
    expect(notices).toEqual([GONE_ON])
    expect(lastSent(model, 1)).toMatch(/# Go on.*Continue from your last words/)
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt)).toContain('A bell rings. ')
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt)).not.toMatch(/Ambrose|A man/)
  })

  it.each([
    ['from the first word', ['Ambrose Vane waves.']],
    ['at the very end', ['He is Ambrose', ' Vane']],
    ['in the words of its description', ['He waters ', 'the orchard at night, they say.']],
  ])('is left out %s, and the model writes again', async (_where, words) => {
    const { answer, model, notices } = await answerTo('I wait.', text(...words), text('A man waves.'))
    expect(textOf(answer)).toBe('A man waves.')
    expect(notices).toEqual([GONE_ON])
    expect(lastSent(model, 1)).toMatch(/# Go on.*Write it again/)
  })

  it('ends the answer the second time', async () => {
    const { answer, model, notices } = await answerTo(
      'I wait.',
      text('A bell rings. Ambrose Vane waves.'),
      text('A dog barks. It is the dog of Ambrose Vane.'),
    )
    expect(answer).toMatchObject({ status: 'done', error: null })
    expect(textOf(answer)).toBe('A bell rings. A dog barks. ')
    expect(notices).toEqual([GONE_ON, CUT])
    expect(model.doStreamCalls).toHaveLength(2)
  })

  it('leaves no answer if the model writes nothing else', async () => {
    const { answer } = await answerTo('I wait.', text('Ambrose Vane waves.'))
    expect(answer).toMatchObject({ status: 'failed', error: { code: 'empty-answer' } })
  })

  it('never runs the calls of the request that was cut', async () => {
    const cut = [...text('Ambrose Vane waves.').slice(0, -1), ...toolCall('walk_to', '{"to":"gate"}')]
    const { answer, model } = await answerTo('I go.', cut, toolCall('walk_to', '{"to":"gate"}'), text('The gate.'))
    expect(answer.receipts.map(({ receipt }) => receipt.result)).toEqual(['applied'])
    expect(model.doStreamCalls.map(({ toolChoice }) => toolChoice?.type)).toEqual(['auto', 'auto', 'auto'])
  })
})

describe('what is no secret', () => {
  it('is a name that the player has typed', async () => {
    const { answer, notices } = await answerTo('I call for Ambrose Vane.', text('Ambrose Vane waves.'))
    expect(textOf(answer)).toBe('Ambrose Vane waves.')
    expect(notices).toEqual([])
  })

  it('is a name that was revealed by a call of the same answer', async () => {
    const { answer } = await answerTo('I wait.', toolCall('meet', ''), text('Ambrose Vane waves.'))
    expect(textOf(answer)).toBe('Ambrose Vane waves.')
  })

  it.each(['A man named Ambrose. ', 'Ambrose', 'Ambrose Vanessa waves.'])(
    'is what only resembles it, to its last letter: %s',
    async (words) => {
      const { answer, notices } = await answerTo('I wait.', text(words))
      expect(textOf(answer)).toBe(words)
      expect(notices).toEqual([])
    },
  )

  it('is everything in a story that checks no answers', async () => {
    const play = await startPlay(BOOK, undefined, { driftCheck: 'off' })
    onTestFinished(() => play.db.destroy())
    const path = await play.playTurn(fakeModel(text('Ambrose Vane waves.')), null)
    expect(path.map(textOf)).toEqual(['Ambrose Vane waves.'])
  })
})

it('becomes thinking whole when text turns out to be thinking', async () => {
  const { answer } = await answerTo('I wait.', text('Is it Ambrose', '</think>A man waves.'))
  expect(answer.parts).toMatchObject([
    { type: 'thinking', text: 'Is it Ambrose' },
    { type: 'text', text: 'A man waves.' },
  ])
})
