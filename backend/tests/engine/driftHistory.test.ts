import { describe, expect, it } from 'vitest'

import { listCorrections } from '../../src/engine/drift/listCorrections.ts'
import { sentenceAround } from '../../src/engine/drift/sentenceAround.ts'
import { withFacts } from '../../src/engine/drift/withFacts.ts'
import { listTurnSizes } from '../../src/engine/memory/turnSizes.ts'
import { buildSummaryRequest } from '../../src/engine/memory/summary/summaryRequest.ts'
import { toHistory } from '../../src/engine/request/history.ts'
import type { DriftFinding } from '../../src/messages/driftFinding.ts'
import { toPathMessage } from '../../src/messages/pathMessage.ts'
import { plainPrompt } from '../../src/models/promptRules.ts'
import { makeMessage, SESSION } from '../support/messages.ts'
import { narratorWith } from './memory/narratorWith.ts'
import { loadBook } from './turnHarness.ts'

const TEXT = 'A bell rings. You walk into the orchard, alone. The gate is shut.'
const READER = { provider: 'openai-compatible', host: null, rules: plainPrompt }

function findingAt(quote: string, change: Partial<DriftFinding> = {}, text = TEXT): DriftFinding {
  const start = text.indexOf(quote)
  const place = { partId: 'a', start, end: start + quote.length }
  return { kind: 'moved-unconfirmed', certainty: 'sure', ...place, fact: 'You are at the Lawn.', ...change }
}

const noted = (findings: readonly DriftFinding[], text = TEXT): string =>
  withFacts([{ id: 'a', type: 'text', text }], findings)
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('')

const messageWith = (driftFindings: readonly DriftFinding[] | null) =>
  toPathMessage(makeMessage(SESSION, null, { parts: [{ id: 'a', type: 'text', text: TEXT }], driftFindings }))

describe('the sentence of a passage', () => {
  it.each([
    ['walk into', TEXT, 'You walk into the orchard, alone.'],
    ['alone.', TEXT, 'You walk into the orchard, alone.'],
    ['A bell', TEXT, 'A bell rings.'],
    ['shut', TEXT, 'The gate is shut.'],
    ['rings. You walk', TEXT, 'A bell rings. You walk into the orchard, alone.'],
    ['go', '“Where?” you ask. “Let us go!” *Now.* Later', '“Let us go!”'],
    ['Now', '“Where?” you ask. “Let us go!” *Now.* Later', '*Now.*'],
    ['two', 'One\ntwo without a stop\nthree', 'two without a stop'],
    ['3.5', 'It costs 3.5 coins. No more.', 'It costs 3.5 coins.'],
    ['走', '鐘響。你走進果園。門關著。', '你走進果園。'],
    ['end', 'No stop at the end', 'No stop at the end'],
    ['A gate. ', 'A gate. A lawn.', 'A gate.'],
  ])('around %j in %j is %j', (quote, text, sentence) => {
    const { start, end } = sentenceAround(text, findingAt(quote, {}, text))
    expect(text.slice(start, end)).toBe(sentence)
  })
})

describe('an answer in later requests', () => {
  it('has the fact after the sentence, once for each fact, and none that is fair', () => {
    expect(noted([findingAt('walk into'), findingAt('orchard'), findingAt('shut', { fact: 'It is open.' })])).toBe(
      'A bell rings. You walk into the orchard, alone. [Not so: You are at the Lawn.] The gate is shut. [Not so: It is open.]',
    )
    expect(noted([findingAt('walk into', { certainty: 'fair' }), findingAt('shut', { partId: 'b' })])).toBe(TEXT)
  })

  it('is the same bytes whenever it is sent, whatever else is on the path', () => {
    const told = messageWith([findingAt('walk into')])
    const next = toPathMessage(makeMessage(SESSION, told, { role: 'player' }))
    const first = toHistory([told], 'Begin.', READER)
    expect(JSON.stringify(first)).toContain('alone. [Not so: You are at the Lawn.] The gate')
    const again = { ...told }
    expect(toHistory([again, next, messageWith(null)], 'Begin.', READER).slice(0, first.length)).toEqual(first)
  })

  it('counts with its facts', () => {
    const [plain, marked] = [null, [findingAt('walk into')]].map((findings) =>
      listTurnSizes([messageWith(findings)], READER).reduce((sum, { bytes }) => sum + bytes, 0),
    )
    expect(Number(marked) - Number(plain)).toBe(' [Not so: You are at the Lawn.]'.length)
  })

  it('is summarized with its facts', () => {
    const narrator = narratorWith(4000, 'quill')
    const path = [messageWith([findingAt('walk into')])]
    const book = { gamebook: loadBook('{title: The Gate}'), gamebookVersion: 'version' }
    const turn = { sessionId: SESSION.id, ...book, path, text: '', narrator }
    expect(JSON.stringify(buildSummaryRequest(turn, { base: null, messages: path }, narrator).prompt)).toContain(
      'alone. [Not so: You are at the Lawn.]',
    )
  })
})

describe('what is sent to replace an answer', () => {
  const parts = [{ id: 'a', type: 'text', text: TEXT }] as const

  it('is each marked sentence with its fact', () => {
    const driftFindings = [findingAt('walk into'), findingAt('orchard'), findingAt('shut', { certainty: 'fair' })]
    expect(listCorrections({ parts, driftFindings })).toEqual([
      { sentence: 'You walk into the orchard, alone.', fact: 'You are at the Lawn.' },
    ])
    expect(listCorrections({ parts, driftFindings: null })).toEqual([])
  })

  it('is no longer than a model needs', () => {
    const text = 'You walk on and on. '.repeat(40)
    const driftFindings = Array.from({ length: 9 }, (_, index) =>
      findingAt('walk', { start: index * 20, end: index * 20 + 8, fact: `${index}.` }, text),
    )
    expect(listCorrections({ parts: [{ id: 'a', type: 'text', text }], driftFindings })).toHaveLength(5)
    const long = `You ${'walk '.repeat(100)}on.`
    const [only] = listCorrections({
      parts: [{ id: 'a', type: 'text', text: long }],
      driftFindings: [findingAt('walk', {}, long)],
    })
    expect(only?.sentence).toHaveLength(300)
  })
})
