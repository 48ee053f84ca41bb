import { describe, expect, it } from 'vitest'

import { decideMemory, type DecisionInput } from '../../../src/engine/memory/decideMemory.ts'
import type { PathMessage } from '../../../src/messages/pathMessage.ts'
import type { Memory } from '../../../src/sessions/memory.ts'
import type { Summary } from '../../../src/sessions/summary.ts'
import { makeMessage, SESSION } from '../../support/messages.ts'

/** An opening and turns of 100 bytes each: `p1`, `n1`, `p2`, `n2`, … */
function pathOf(turns: number): readonly PathMessage[] {
  const path: PathMessage[] = [makeMessage(SESSION, null, { id: 'opening' })]
  for (let turn = 1; turn <= turns; turn += 1) {
    path.push(makeMessage(SESSION, null, { id: `p${turn}`, role: 'player' }))
    path.push(makeMessage(SESSION, null, { id: `n${turn}` }))
  }
  return path
}

const summary = (id: string, coversTo: string, source: Summary['source'] = 'model'): Summary => ({
  id,
  sessionId: SESSION.id,
  coversTo,
  text: id,
  source,
  modelConfigId: null,
  usage: null,
  cost: null,
  createdAt: '',
})

/** Of a story in which one token is one byte, and 1,000 fit. */
function decide(turns: number, change: Partial<DecisionInput> = {}): Memory | null {
  const history = pathOf(turns)
  return decideMemory({
    history,
    message: { id: `p${turns + 1}`, isNew: true },
    inherited: null,
    mode: 'full',
    summaries: [],
    budget: 1000,
    factor: 1,
    fixed: 0,
    reserve: 0,
    sizesFrom: (leftOut) =>
      history
        .slice(leftOut)
        .filter(({ role }) => role === 'player')
        .map(({ id }) => ({ id, bytes: 100 })),
    headBytes: () => 0,
    ...change,
  })
}

const CUT: Memory = { keepFrom: 'p5', summaryId: null, factor: 1, blockBytes: 150 }

describe('what a turn remembers', () => {
  it('is what it inherits while the story fits', () => {
    expect(decide(10)).toBeNull()
    expect(decide(14, { inherited: CUT })).toBe(CUT)
  })

  it('leaves out the oldest turns of a story that does not fit', () => {
    expect(decide(11)).toEqual({ keepFrom: 'p6', summaryId: null, factor: 1, blockBytes: 150 })
    expect(decide(10, { reserve: 1 })).toMatchObject({ keepFrom: 'p5' })
    expect(decide(15, { inherited: CUT })).toMatchObject({ keepFrom: 'p10' })
  })

  it('keeps nothing but the message if nothing else fits', () => {
    expect(decide(3, { fixed: 950 })).toMatchObject({ keepFrom: 'p4' })
    const none: Memory = { ...CUT, keepFrom: 'p4' }
    expect(decide(3, { fixed: 950, inherited: none, message: { id: 'p4', isNew: false } })).toBe(none)
  })

  it('takes the summary that was finished last and covers no turn that is sent', () => {
    const summaries = [
      summary('first', 'n2'),
      summary('second', 'n4'),
      summary('too-late', 'n8'),
      summary('other', 'x'),
    ]
    expect(decide(11, { summaries })).toMatchObject({ keepFrom: 'p6', summaryId: 'second' })
    expect(decide(11, { summaries, mode: 'journal' })).toMatchObject({ summaryId: null })
    expect(decide(11, { summaries: summaries.slice(2) })).toMatchObject({ summaryId: null })
  })

  it('takes a summary between cuts only if the player wrote it', () => {
    const inherited = { ...CUT, summaryId: 'first' }
    const late = summary('second', 'n4')
    expect(decide(8, { inherited, summaries: [summary('first', 'n2'), late] })).toBe(inherited)
    const edited = [summary('first', 'n2'), summary('edited', 'n2', 'player'), late]
    expect(decide(8, { inherited, summaries: edited })).toEqual({ ...inherited, summaryId: 'edited' })
    const early = [summary('first', 'n2'), summary('edited', 'n7', 'player')]
    expect(decide(8, { inherited, summaries: early })).toEqual({ ...inherited, summaryId: 'edited' })
    const before = [summary('edited', 'n2', 'player'), summary('first', 'n2')]
    expect(decide(8, { inherited, summaries: before })).toBe(inherited)
  })

  it('follows the settings from the next message on', () => {
    const inherited = { ...CUT, summaryId: 'first' }
    expect(decide(8, { inherited, mode: 'off' })).toEqual({ ...CUT, keepFrom: null, blockBytes: 0 })
    expect(decide(50, { mode: 'off' })).toBeNull()
    expect(decide(8, { inherited, mode: 'journal' })).toEqual({ ...inherited, summaryId: null })
    expect(decide(8, { inherited, mode: 'off', message: { id: 'p9', isNew: false } })).toBe(inherited)
  })

  it('is decided again for a smaller window, and not twice for the same one', () => {
    const retry = { id: 'p12', isNew: false }
    const stored = decide(11)
    expect(decide(11, { inherited: stored, message: retry })).toBe(stored)
    const smaller = decide(11, { inherited: stored, message: retry, budget: 400 })
    expect(smaller).toMatchObject({ keepFrom: 'p10', blockBytes: 60 })
    expect(decide(11, { inherited: smaller, message: retry, budget: 400 })).toBe(smaller)
  })
})
