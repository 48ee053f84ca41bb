import { memoryText } from '../../text/memory.ts'
import type { SessionMemory } from '../../types/api.ts'
import { countWords } from '../player/answer/countWords.ts'

/** One thing that is sent or left out, with its reason. */
export interface MemoryRow {
  readonly key: string
  readonly title: string
  /** Its size; empty if that would say too much. */
  readonly size: string
  readonly reason: string
}

export function listSent(memory: SessionMemory): readonly MemoryRow[] {
  return memory.sent.map(({ part, tokens }) => ({
    key: part,
    size: memoryText('leftOut.tokens', { tokens }),
    ...describePart(memory, part),
  }))
}

export function listLeftOut(memory: SessionMemory): readonly MemoryRow[] {
  const { turnsLeftOut, factsLeftOut, summary, pins, versions } = memory
  const pinsLeftOut = pins.filter(({ isSent }) => !isSent).length
  const rows: (MemoryRow | false)[] = [
    turnsLeftOut !== null && {
      key: 'turns',
      title: memoryText('leftOut.turns', { subject: describeTurns(turnsLeftOut) }),
      size: memoryText('leftOut.tokens', { tokens: turnsLeftOut.tokens }),
      reason: memoryText('leftOut.turnsReason'),
    },
    factsLeftOut > 0 && toRow('facts', memoryText('leftOut.facts', { count: factsLeftOut })),
    summary !== null && summary.text !== '' && !summary.isSent && toRow('summary', memoryText('leftOut.summary')),
    pinsLeftOut > 0 && toRow('pins', memoryText('leftOut.pins', { count: pinsLeftOut })),
    versions > 0 && toRow('versions', memoryText('leftOut.versions', { count: versions })),
    toRow('secrets', memoryText('leftOut.secrets')),
  ]
  return rows.filter((row) => row !== false)
}

function toRow(key: 'facts' | 'summary' | 'pins' | 'versions' | 'secrets', title: string): MemoryRow {
  return { key, title, size: '', reason: memoryText(`leftOut.${key}Reason`) }
}

type Part = SessionMemory['sent'][number]['part']

function describePart(memory: SessionMemory, part: Part): Pick<MemoryRow, 'title' | 'reason'> {
  const { turnsSent, summary, pins, note } = memory
  const reason = memoryText(`sent.${part === 'summary' ? 'rules' : part}Reason`)
  switch (part) {
    case 'turns':
      return { title: turnsSent === null ? '' : describeTurns(turnsSent), reason }
    case 'summary': {
      const { text = '', source = 'model' } = summary ?? {}
      return {
        title: memoryText('sent.summary'),
        reason: memoryText('sent.summaryReason', { words: countWords(text), source }),
      }
    }
    case 'notes': {
      const count = pins.filter(({ isSent }) => isSent).length
      return { title: memoryText('sent.notes', { pins: count, note: note === '' ? 'no' : 'yes' }), reason }
    }
    default:
      return { title: memoryText(`sent.${part}`), reason }
  }
}

function describeTurns({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? memoryText('sent.turn', { turn: from }) : memoryText('sent.turns', { from, to })
}
