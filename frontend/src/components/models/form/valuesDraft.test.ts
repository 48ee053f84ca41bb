import { describe, expect, it } from 'vitest'

import { writeDraft } from '../../../hooks/storedDraft.ts'
import { openai } from '../../../testSupport/modelBuilders.ts'
import { newValues } from './modelConfigValues.ts'
import { clearDraft, loadDraft, saveDraft } from './valuesDraft.ts'

const CANARY = 'canary-0123456789'
const initial = newValues(openai)
const load = () => loadDraft(null, initial, [openai])

describe('the draft of a model', () => {
  it.each([
    ['a key', { apiKey: { kind: 'replace', text: CANARY } as const }],
    ['a header', { extraHeaders: `X-Gateway: ${CANARY}` }],
    ['a request field', { extraBody: `{"token": "${CANARY}"` }],
    ['a URL with a password', { baseUrl: `https://me:${CANARY}@example.org/v1` }],
    ['a URL with a key', { baseUrl: `https://example.org/v1?key=${CANARY}` }],
  ])('stores no secret in %s', (_, values) => {
    saveDraft(null, { ...initial, name: 'Quill', ...values })
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain(CANARY)
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain(CANARY)
    expect(load().name).toBe('Quill')
  })

  it('has headers and request fields again on another visit to the page', () => {
    const typed = {
      ...initial,
      extraHeaders: 'X-Title: Gamebook',
      extraBody: '{"top_a": 0.2}',
      baseUrl: 'proxy.example',
    }
    saveDraft(null, typed)
    expect(load()).toEqual(typed)
    clearDraft(null)
    expect(load()).toBe(initial)
  })

  it.each(['{', 'null', '7', '[]', '{"provider": 7}'])('starts anew where the storage has %s', (stored) => {
    writeDraft('model:new', stored)
    expect(load()).toBe(initial)
  })
})
