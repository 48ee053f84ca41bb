import { describe, expect, it } from 'vitest'

import { receipt, receiptEntry } from '../../../testSupport/builders.ts'
import type { Part } from '../../../types/api.ts'
import { answerBlocks } from './answerBlocks.ts'

const text = (id: string, words = 'Words.'): Part => ({ id, type: 'text', text: words })
const call = (id: string): Part => ({
  id,
  type: 'tool-call',
  toolName: 'walk_to',
  input: {},
  result: null,
  receiptId: null,
})
const moved = (id: string, partId: string | null) => receiptEntry({ id, partId })
const refused = (id: string, partId: string) =>
  receiptEntry({ id, partId, line: 'The gate is shut.', receipt: receipt({ result: 'refused', changes: [] }) })

const read = (...given: Parameters<typeof answerBlocks>) =>
  answerBlocks(...given).map(({ kind, id }) => `${kind} ${id}`)

describe('answerBlocks', () => {
  it('puts each receipt at its call', () => {
    const parts = [text('a'), call('c1'), call('c2'), text('b')]
    const receipts = [refused('r1', 'c1'), refused('r2', 'c2')]
    expect(read({ parts, receipts })).toEqual(['text a', 'receipt r1', 'receipt r2', 'text b'])
  })

  it('separates the text at a new place with one ornament', () => {
    const parts = [call('c1'), call('c2'), text('a'), text('b')]
    const receipts = [moved('r1', 'c1'), moved('r2', 'c2')]
    expect(read({ parts, receipts })).toEqual(['receipt r1', 'receipt r2', 'new-place new-place-a', 'text a', 'text b'])
  })

  it('has no ornament for a refused move or a plot change', () => {
    const parts = [call('c1'), call('c2'), text('a')]
    const receipts = [refused('r1', 'c1'), receiptEntry({ id: 'r2', partId: 'c2', newPlace: false })]
    expect(read({ parts, receipts })).toEqual(['receipt r1', 'receipt r2', 'text a'])
  })

  it('detects a new place by the change, not by the line', () => {
    const parts = [call('c1'), text('a')]
    const [change] = receipt().changes
    const went = receiptEntry({ id: 'r1', partId: 'c1', line: 'Du gehst zum Tor' })
    const stayed = {
      ...went,
      receipt: receipt({ changes: change === undefined ? [] : [{ ...change, after: 'lawn' }] }),
    }
    expect(read({ parts, receipts: [went] })).toContain('new-place new-place-a')
    expect(read({ parts, receipts: [stayed] })).not.toContain('new-place new-place-a')
  })

  it('puts triggers at the end of a turn after the text, before the closing text', () => {
    const parts = [text('a'), text('b')]
    const receipts = [moved('r1', 'a')]
    expect(read({ parts, receipts })).toEqual(['text a', 'receipt r1', 'new-place new-place-b', 'text b'])
  })

  it("detects a new place by the server's field of the receipt, whatever changed", () => {
    const parts = [call('c1'), text('a')]
    const came = receiptEntry({ partId: 'c1', newPlace: true, receipt: receipt({ action: 'core/call', changes: [] }) })
    expect(read({ parts, receipts: [came] })).toContain('new-place new-place-a')
    expect(read({ parts, receipts: [{ ...came, newPlace: false, receipt: receipt() }] })).not.toContain(
      'new-place new-place-a',
    )
  })

  it("detects a new place of an earlier version by an effect's change", () => {
    const effects = [{ action: 'graph/transition', args: {}, changes: receipt().changes }]
    const entry = receiptEntry({ partId: 'c1', receipt: receipt({ action: 'core/call', changes: [], effects }) })
    expect(read({ parts: [call('c1'), text('a')], receipts: [entry] })).toContain('new-place new-place-a')
  })

  it('keeps a trigger with the receipt that it follows', () => {
    const parts = [call('c1'), text('a'), call('c2')]
    const receipts = [refused('r1', 'c1'), moved('by-itself', null), refused('r2', 'c2')]
    expect(read({ parts, receipts })).toEqual([
      'receipt r1',
      'receipt by-itself',
      'new-place new-place-a',
      'text a',
      'receipt r2',
    ])
  })

  it('starts with receipts before any call, and ends with those of no part', () => {
    const receipts = [moved('first', null), refused('lost', 'gone')]
    expect(read({ parts: [], receipts })).toEqual(['receipt first', 'receipt lost'])
  })

  it('skips an empty text', () => {
    expect(read({ parts: [text('a', ' \n')], receipts: [] })).toEqual([])
  })
})
