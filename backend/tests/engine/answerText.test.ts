import { describe, expect, it } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { textOf } from '../../src/messages/part.ts'
import { fakeModel, type FakePart, finish, text, toolCall } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const WALK = '<tool_call>{"name": "walk_to", "arguments": {"to": "gate"}}</tool_call>'

/** The answer to one message, and what was sent for it. */
async function answerTo(...answers: readonly (readonly FakePart[])[]) {
  const play = await startPlay()
  const opening = await play.playTurn(fakeModel(text('Grass.')), null)
  const model = fakeModel(...answers)
  const path = await play.playTurn(model, 'I go to the gate.', opening)
  const answer = path.at(-1)
  if (answer === undefined) throw new Error('There is no answer.')
  return { play, path, answer, requests: model.doStreamCalls, notices: answer.model?.notices ?? [] }
}

const withdrawn = ({ parts }: Message) =>
  parts.flatMap((part) => (part.type === 'text' && part.withdrawn !== undefined ? [[part.withdrawn, part.text]] : []))

/** A text with as many tokens as it may have. */
const longText = (...words: readonly string[]): readonly FakePart[] => [
  ...text(...words).slice(0, -1),
  finish('stop', 40),
]

describe('an answer', () => {
  it('runs a call that was written as text, and notes it', async () => {
    const { answer, notices } = await answerTo(
      longText('You walk.\n', WALK.slice(0, 9), WALK.slice(9)),
      text('The gate.'),
    )
    expect(answer.receipts.map(({ receipt }) => receipt.result)).toEqual(['applied'])
    expect(answer.parts.map(({ type }) => type)).toEqual(['text', 'tool-call', 'text'])
    expect(textOf(answer)).toBe('You walk.The gate.')
    expect(notices).toEqual(['The model wrote a call as text, which was read as a call.'])
  })

  it('runs a call whose name carries a control token', async () => {
    const { answer } = await answerTo(toolCall('walk_to<|channel|>commentary', '{"to":"gate"}'), text('The gate.'))
    expect(answer.receipts.map(({ receipt }) => receipt.result)).toEqual(['applied'])
  })

  it('hides a call that names no function, and keeps it for the details', async () => {
    const call = '{"name": "fly_to", "arguments": {"to": "moon"}}'
    const { answer, notices } = await answerTo(longText('You look up.\n\n', call))
    expect(textOf(answer)).toBe('You look up.')
    expect(withdrawn(answer)).toEqual([['markup', call]])
    expect(notices).toEqual([expect.stringContaining('"fly_to"')])
  })

  it('never runs a call of an answer that was cut short', async () => {
    const cut = [{ type: 'text-delta', id: '1', delta: `You walk. ${WALK}` }, finish('length')] as const
    const { answer } = await answerTo(cut)
    expect(answer).toMatchObject({ status: 'done', finishReason: 'length', receipts: [] })
  })

  it('keeps thinking apart, with and without an opening tag, and sends neither back', async () => {
    const { play, path, answer } = await answerTo(text('I think.', '</think>\n\nThe ', 'gate.'))
    expect(answer.parts).toMatchObject([
      { type: 'thinking', text: 'I think.' },
      { type: 'text', text: 'The gate.' },
    ])
    const next = fakeModel(text('On.'))
    await play.playTurn(next, 'on', path)
    expect(JSON.stringify(next.doStreamCalls[0]?.prompt)).not.toContain('I think.')
  })

  it('is cut after the first run of a loop, and the rest is not read', async () => {
    const { answer, notices } = await answerTo(
      text('The gate. ', ...Array.from({ length: 99 }, () => 'It creaks and creaks. ')),
    )
    expect(answer).toMatchObject({ status: 'done', error: null })
    expect(textOf(answer)).toBe('The gate. It creaks and creaks. ')
    expect(withdrawn(answer)).toEqual([['loop', expect.stringContaining('It creaks')]])
    expect(notices).toEqual(['The model began to repeat itself, so its answer was cut there.'])
  })

  const REFUSED = [
    { type: 'text-delta', id: '1', delta: 'You stand in the orchard.' } as const,
    ...toolCall('walk_to', '{"to":"orchard"}'),
  ]

  it('takes back what was written before each call that is refused', async () => {
    const { answer, requests } = await answerTo(REFUSED, REFUSED, text('There is no way.'))
    const taken = ['refused-call', 'You stand in the orchard.']
    expect(withdrawn(answer)).toEqual([taken, taken])
    expect(textOf(answer)).toBe('There is no way.')
    expect(JSON.stringify(requests[2]?.prompt)).not.toContain('You stand in the orchard.')
  })

  it('has to be text after the same call came to nothing three times', async () => {
    const { answer, requests } = await answerTo(REFUSED)
    expect(requests.map(({ toolChoice }) => toolChoice?.type)).toEqual(['auto', 'auto', 'auto', 'none'])
    expect(withdrawn(answer)).toHaveLength(3)
    expect(textOf(answer)).toBe('You stand in the orchard.')
  })

  it('keeps what was written before a call that is applied', async () => {
    const walks = [
      { type: 'text-delta', id: '1', delta: 'You walk. ' } as const,
      ...toolCall('walk_to', '{"to":"gate"}'),
    ]
    const { answer } = await answerTo(walks, text('The gate.'))
    expect(withdrawn(answer)).toEqual([])
    expect(textOf(answer)).toBe('You walk. The gate.')
  })

  it.each([
    ['nothing', [finish('stop')] as const],
    ['only thinking', text('<think>Hm.</think>')],
    ['only thinking that never ends', text('<think>Hm.')],
    ['only a call that can not run', text('<tool_call>{"name": "fly_to", "arguments": {}}</tool_call>')],
  ])('is requested once more if it is %s', async (_what, empty) => {
    const { answer, requests, notices } = await answerTo(empty, text('The gate.'))
    expect(requests).toHaveLength(2)
    expect(textOf(answer)).toBe('The gate.')
    expect(notices).toContain('The model answered without any text. Retried.')
  })

  it('has its own error if it is empty twice', async () => {
    const { answer, requests } = await answerTo([finish('stop')])
    expect(requests).toHaveLength(2)
    expect(answer).toMatchObject({ status: 'failed', error: { code: 'empty-answer', retryable: true } })
  })
})
