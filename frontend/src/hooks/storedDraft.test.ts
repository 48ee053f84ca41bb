import { afterEach, describe, expect, it, vi } from 'vitest'

import { MAX_DRAFT_LENGTH, MAX_DRAFTS, readDraft, writeDraft } from './storedDraft.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const refuse = (method: 'getItem' | 'setItem' | 'removeItem') =>
  vi.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException('Refused.', 'QuotaExceededError')
  })

describe('a draft', () => {
  it.each(['I knock.', '1764373737000:', 'a\nb', '{"a":1}', 'م'])('is read as it was written: %j', (text) => {
    writeDraft('one', text)
    expect(readDraft('one')).toBe(text)
    expect(readDraft('two')).toBe('')
    writeDraft('one', '')
    expect(readDraft('one')).toBe('')
    expect(sessionStorage).toHaveLength(0)
  })

  it('of an earlier version is read', () => {
    sessionStorage.setItem('llm-gamebook:draft:one', 'I knock.')
    expect(readDraft('one')).toBe('I knock.')
  })

  it('is kept until the page is reloaded if there is no storage', () => {
    refuse('getItem')
    refuse('setItem')
    refuse('removeItem')
    writeDraft('one', 'I knock.')
    expect(readDraft('one')).toBe('I knock.')
    writeDraft('one', '')
    expect(readDraft('one')).toBe('')
  })

  it('that is too long is kept in memory, and replaces the stored one', () => {
    writeDraft('one', 'I knock.')
    writeDraft('one', 'x'.repeat(MAX_DRAFT_LENGTH + 1))
    expect(sessionStorage).toHaveLength(0)
    expect(readDraft('one')).toHaveLength(MAX_DRAFT_LENGTH + 1)
    writeDraft('one', '')
  })

  it('makes room by dropping the oldest', () => {
    const now = vi.spyOn(Date, 'now')
    for (let index = 0; index <= MAX_DRAFTS; index++) {
      now.mockReturnValue(1_764_373_737_000 + index)
      writeDraft(`draft ${index}`, 'words')
    }
    expect(sessionStorage).toHaveLength(MAX_DRAFTS)
    expect(readDraft('draft 0')).toBe('')
    expect(readDraft('draft 1')).toBe('words')
    expect(readDraft(`draft ${MAX_DRAFTS}`)).toBe('words')
  })

  it('takes the place of older ones if the storage is full', () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1_764_373_737_000)
    writeDraft('old', 'words')
    now.mockReturnValue(1_764_373_738_000)
    writeDraft('new', 'words')
    const setItem = Storage.prototype.setItem
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key: string, value: string) {
      if (this.length >= 2 && this.getItem(key) === null) throw new DOMException('Full.', 'QuotaExceededError')
      setItem.call(this, key, value)
    })
    writeDraft('third', 'words')
    expect([readDraft('old'), readDraft('new'), readDraft('third')]).toEqual(['', 'words', 'words'])
  })

  it('is dropped a month after its last change', () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1_764_373_737_000)
    writeDraft('old', 'words')
    now.mockReturnValue(1_764_373_737_000 + 31 * 24 * 60 * 60 * 1000)
    writeDraft('new', 'words')
    expect(readDraft('old')).toBe('')
  })
})
