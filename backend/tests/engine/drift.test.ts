import { describe, expect, it, onTestFinished } from 'vitest'

import type { DriftFinding } from '../../src/messages/driftFinding.ts'
import type { Message } from '../../src/messages/message.ts'
import { joinTextParts } from '../../src/engine/drift/joinedText.ts'
import { MOST_FINDINGS } from '../../src/engine/drift/findDrift.ts'
import { collectKnown } from '../../src/engine/drift/collectKnown.ts'
import { toPathMessage } from '../../src/messages/pathMessage.ts'
import { fakeModel, text, toolCall } from '../support/fakeModel.ts'
import { makeMessage, SESSION } from '../support/messages.ts'
import { startPlay, type Play } from './turnHarness.ts'

const LAWN = 'You are on the lawn. The grass is wet, and a ball lies where somebody left it.'

async function open(): Promise<Play> {
  const play = await startPlay()
  onTestFinished(() => play.db.destroy())
  return play
}

/** The words that a finding is about. */
function quoteOf({ parts }: Message, { partId, start, end }: DriftFinding): string {
  const part = parts.find(({ id }) => id === partId)
  return part?.type === 'text' ? part.text.slice(start, end) : ''
}

const findingsOf = (path: readonly Message[]): readonly (readonly [string, string, string])[] =>
  (path.at(-1)?.driftFindings ?? []).map((finding) => {
    const message = path.at(-1)
    return [finding.kind, message === undefined ? '' : quoteOf(message, finding), finding.fact]
  })

describe('an answer of a turn', () => {
  it('is stored with what differs from the state, and published with it', async () => {
    const play = await open()
    const opening = await play.playTurn(fakeModel(text(LAWN)), null)
    expect(opening.at(-1)?.driftFindings).toEqual([])
    const path = await play.playTurn(fakeModel(text('A bell rings. ', 'You walk into the orchard.')), 'on', opening)
    expect(findingsOf(path)).toEqual([
      ['moved-unconfirmed', expect.stringContaining('into the orchard'), 'You are still at the lawn.'],
    ])
    const end = play.events.findLast((event) => event.type === 'message-end')
    expect(end?.message.driftFindings).toEqual(path.at(-1)?.driftFindings)
    expect(path.at(-2)?.driftFindings).toBeNull()
  })

  it('is compared with the state after its calls, across its parts', async () => {
    const play = await open()
    const opening = await play.playTurn(fakeModel(text(LAWN)), null)
    const model = fakeModel(
      [...text('You set out.').slice(0, -1), ...toolCall('walk_to', '{"to":"gate"}')],
      text('You reach the gate. You walk into the orchard.'),
    )
    const path = await play.playTurn(model, 'on', opening)
    const message = path.at(-1)
    expect(message?.parts.filter(({ type }) => type === 'text')).toHaveLength(2)
    expect(findingsOf(path)).toEqual([
      ['moved-unconfirmed', expect.stringContaining('into the orchard'), expect.any(String)],
    ])
  })
})

describe('an answer that is wrong all over', () => {
  const INVENTED = Array.from({ length: 60 }, (_, at) => `You count ${at + 40} coins on heap ${at}.`).join(' ')
  const WALKED = Array.from({ length: 60 }, (_, at) => `Bell ${at} rings. You walk into the orchard.`).join(' ')

  it('has a limited number of findings', async () => {
    const play = await open()
    const opening = await play.playTurn(fakeModel(text(LAWN)), null)
    const path = await play.playTurn(fakeModel(text(WALKED)), 'on', opening)
    expect(path.at(-1)?.driftFindings).toHaveLength(MOST_FINDINGS)
  })

  it('keeps what readers see rather than what is less certain', async () => {
    const play = await open()
    const opening = await play.playTurn(fakeModel(text(LAWN)), null)
    const path = await play.playTurn(fakeModel(text(`${INVENTED} You walk into the orchard.`)), 'on', opening)
    const findings = path.at(-1)?.driftFindings ?? []
    expect(findings.map(({ certainty }) => certainty)).toEqual([...Array(MOST_FINDINGS - 1).fill('fair'), 'sure'])
  })
})

describe('a passage of the text of an answer', () => {
  const { text: joined, locate } = joinTextParts([
    { id: 'a', type: 'text', text: 'A bell.' },
    { id: 'b', type: 'text', text: 'A gong.', withdrawn: 'refused-call' },
    { id: 'c', type: 'thinking', text: 'Hm.', durationMs: 1 },
    { id: 'd', type: 'text', text: ' ' },
    { id: 'e', type: 'text', text: 'A gate.' },
  ])

  it('is in the part that shows it', () => {
    expect(joined).toBe('A bell.\n\nA gate.')
    expect(locate(2, 7)).toEqual({ partId: 'a', start: 2, end: 7 })
    expect(locate(9, 16)).toEqual({ partId: 'e', start: 0, end: 7 })
    expect(locate(7, 9)).toBeNull()
  })

  it('ends with its part', () => {
    expect(locate(2, 12)).toEqual({ partId: 'a', start: 2, end: 7 })
    expect(locate(8, 12)).toEqual({ partId: 'e', start: 0, end: 3 })
  })
})

describe('what a story has said', () => {
  const page = (parentId: string | null, words: string) =>
    toPathMessage(
      makeMessage(SESSION, parentId === null ? null : { id: parentId }, {
        parts: [{ id: 'a', type: 'text', text: words }],
      }),
    )

  it('is all that was written and typed, if its beginning is there', () => {
    const path = [page(null, 'The Keeper waits.')]
    expect(collectKnown({ path })).toMatchObject({ isWhole: true, texts: [{ folded: 'keeper waits' }] })
    expect(collectKnown({ path: [page('before', 'A gate.')] }).isWhole).toBe(false)
    expect(collectKnown({ path: [page(null, 'gate '.repeat(120_000)), ...path] }).isWhole).toBe(false)
  })
})
