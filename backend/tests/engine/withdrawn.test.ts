import { startState } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import { Answer } from '../../src/engine/answer/answer.ts'
import { buildSummaryRequest } from '../../src/engine/memory/summary/summaryRequest.ts'
import type { TurnEvent } from '../../src/engine/turnEvent.ts'
import { toHistory, toSteps } from '../../src/engine/request/history.ts'
import { addPieces, contentSince } from '../../src/messages/answerPiece.ts'
import { type StoredPart, textOf, toPublicParts } from '../../src/messages/part.ts'
import { type PathMessage, toPathMessage } from '../../src/messages/pathMessage.ts'
import { plainPrompt } from '../../src/models/promptRules.ts'
import { makeMessage, SESSION } from '../support/messages.ts'
import { narratorWith } from './memory/narratorWith.ts'
import { loadBook } from './turnHarness.ts'

const PARTS: readonly StoredPart[] = [
  { id: 'a', type: 'text', text: 'The gate opens.', withdrawn: 'refused-call' },
  { id: 'b', type: 'text', text: 'The gate is shut.' },
]
const READER = { provider: 'openai-compatible', host: null, rules: plainPrompt }

function begin() {
  const message = makeMessage(SESSION, null, { status: 'streaming', parts: [] })
  const events: TurnEvent[] = []
  let ids = 0
  const newId = (): string => {
    ids += 1
    return `part-${ids}`
  }
  const answer = new Answer(message, { emit: (event) => events.push(event), newId, now: () => message.createdAt })
  answer.beginStep()
  return { answer, events, begun: message }
}

describe('text that is taken back', () => {
  it('is kept with its reason, and is no longer the text of the answer', () => {
    const { answer, events } = begin()
    answer.append('text', 'The gate opens.')
    answer.withdraw('refused-call')
    answer.append('text', 'The gate is shut.')
    expect(answer.snapshot().parts).toMatchObject([
      { text: 'The gate opens.', withdrawn: 'refused-call' },
      { text: 'The gate is shut.' },
    ])
    expect(textOf(answer.snapshot())).toBe('The gate is shut.')
    expect(events.filter(({ type }) => type === 'part-withdrawn')).toEqual([
      { type: 'part-withdrawn', messageId: answer.id, partId: 'part-1', reason: 'refused-call' },
    ])
  })

  it('can be the end of a part', () => {
    const { answer, events } = begin()
    answer.append('text', 'A bell. Ding. Ding.')
    answer.withdraw('loop', 11)
    expect(toPublicParts(answer.snapshot().parts)).toEqual([
      { id: 'part-1', type: 'text', text: 'A bell. ' },
      { id: 'part-2', type: 'text', text: 'Ding. Ding.', withdrawn: 'loop' },
    ])
    expect(events.slice(-3).map(({ type }) => type)).toEqual(['part-end', 'part-start', 'part-withdrawn'])
  })

  it('is of this step only, and is taken back once', () => {
    const { answer } = begin()
    answer.append('text', 'Before.')
    answer.closePart()
    answer.beginStep()
    answer.append('text', 'One.')
    answer.withdraw('loop', 2)
    answer.withdraw('refused-call')
    expect(answer.snapshot().parts.map((part) => part.type === 'text' && [part.text, part.withdrawn])).toEqual([
      ['Before.', undefined],
      ['On', 'refused-call'],
      ['e.', 'loop'],
    ])
  })

  it('is no output of an answer without other text', () => {
    const { answer } = begin()
    answer.append('text', 'Ding.')
    answer.withdraw('loop')
    expect(answer.hasText).toBe(false)
  })

  it('survives being stored in pieces, when it had been stored already', () => {
    const { answer, begun } = begin()
    answer.append('text', 'A bell. Ding. Ding.')
    const first = answer.snapshot()
    answer.withdraw('loop', 11)
    const pieces = [contentSince(begun, first), contentSince(first, answer.snapshot())].filter(
      (piece) => piece !== null,
    )
    expect(addPieces(begun, pieces).parts).toEqual(answer.snapshot().parts)
  })

  it.each<[string, (path: readonly PathMessage[]) => unknown]>([
    ['a turn', (path) => [toHistory(path, 'Begin.', READER), toSteps(PARTS, READER, new Map())]],
    [
      'a summary',
      (path) => {
        const narrator = narratorWith(4000, 'quill')
        const book = { gamebook: loadBook('{title: The Gate}'), gamebookVersion: 'version' }
        const turn = { sessionId: SESSION.id, ...book, path, text: '', narrator }
        return buildSummaryRequest(turn, { base: null, messages: path }, narrator).prompt
      },
    ],
  ])('is in no request for %s', (_, build) => {
    const message = makeMessage(SESSION, null, { role: 'narrator', status: 'done', parts: [...PARTS] })
    const sent = JSON.stringify(build([toPathMessage({ ...message, stateAfter: startState(7) })]))
    expect(sent).toContain('The gate is shut.')
    expect(sent).not.toContain('The gate opens.')
  })
})
