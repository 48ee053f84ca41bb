import { describe, expect, it } from 'vitest'

import {
  answer,
  message,
  panel,
  receiptEntry,
  session,
  snapshot,
  storySettings,
  suggestion,
  playerMessage,
} from '../testSupport/builders.ts'
import type { LiveEvent, SessionDetail } from '../types/api.ts'
import { applyEvent, canApply } from './applyEvent.ts'

const opening = answer('You stand on the lawn.', { id: 'opening' })
const firstWords = playerMessage('I walk to the gate.', { id: 'words', parentId: 'opening' })
const running = message({ id: 'answer', parentId: 'words', status: 'streaming' })
const played = session({ messages: [opening, firstWords, running] })

function apply(start: SessionDetail, ...events: LiveEvent[]): SessionDetail {
  const end = events.reduce<SessionDetail | null>(applyEvent, start)
  if (end === null) throw new Error('A session does not go away by an event.')
  return end
}

describe('applyEvent', () => {
  it('shows nothing before the first snapshot', () => {
    expect(applyEvent(null, { type: 'message-start', message: opening })).toBeNull()
  })

  it('replaces everything with a snapshot', () => {
    const other = session({ title: 'Another branch' })
    expect(applyEvent(null, snapshot(other))).toBe(other)
    expect(applyEvent(played, snapshot(other))).toBe(other)
  })

  it('puts a new message under its parent and makes it the head', () => {
    const next = playerMessage('I knock.', { id: 'next', parentId: 'answer' })
    const after = apply(played, { type: 'message-start', message: next })
    expect(after.messages).toEqual([opening, firstWords, running, next])
    expect(after.headId).toBe('next')
  })

  it('removes what was below the parent from the path', () => {
    const sibling = message({ id: 'sibling', parentId: 'words', siblingIds: ['answer', 'sibling'] })
    const after = apply(played, { type: 'message-start', message: sibling })
    expect(after.messages).toEqual([opening, firstWords, sibling])
  })

  it('starts a new path with a message without a parent', () => {
    const again = message({ id: 'again', status: 'streaming' })
    expect(apply(played, { type: 'message-start', message: again }).messages).toEqual([again])
  })

  it('knows of earlier messages, except below a new opening', () => {
    const later = { ...played, earlierCursor: 'opening' }
    const next = playerMessage('I knock.', { id: 'next', parentId: 'answer' })
    expect(apply(later, { type: 'message-start', message: next }).earlierCursor).toBe('opening')
    expect(apply(later, { type: 'message-start', message: message({ id: 'again' }) }).earlierCursor).toBeNull()
  })

  it('cannot show a message below one that is not loaded', () => {
    const start = (parentId: string | null) => ({ type: 'message-start', message: message({ parentId }) }) as const
    expect(canApply(played, start('answer'))).toBe(true)
    expect(canApply(played, start(null))).toBe(true)
    expect(canApply(played, start('far-back'))).toBe(false)
    expect(canApply(null, start('far-back'))).toBe(true)
  })

  it('removes the ending and the redo target on a new message', () => {
    const ended = { ...played, ending: { title: 'Home', kind: 'good', text: null }, redoId: 'x' } as const
    const after = apply(ended, { type: 'message-start', message: message({ id: 'sibling', parentId: 'words' }) })
    expect(after.ending).toBeNull()
    expect(after.redoId).toBeNull()
  })

  it('extends a text word by word', () => {
    const after = apply(
      played,
      { type: 'part-start', messageId: 'answer', part: { id: 'p1', type: 'text', text: '' } },
      { type: 'part-delta', messageId: 'answer', partId: 'p1', text: 'The gate' },
      { type: 'part-delta', messageId: 'answer', partId: 'p1', text: ' is warm.' },
    )
    expect(after.messages[2]?.parts).toEqual([{ id: 'p1', type: 'text', text: 'The gate is warm.' }])
  })

  it('extends reasoning and ends it with its duration', () => {
    const after = apply(
      played,
      { type: 'part-start', messageId: 'answer', part: { id: 't', type: 'thinking', text: '', durationMs: null } },
      { type: 'part-delta', messageId: 'answer', partId: 't', text: 'Hm.' },
      { type: 'part-end', messageId: 'answer', part: { id: 't', type: 'thinking', text: 'Hm.', durationMs: 900 } },
    )
    expect(after.messages[2]?.parts).toEqual([{ id: 't', type: 'thinking', text: 'Hm.', durationMs: 900 }])
  })

  it('keeps a tool call unchanged when text arrives for it', () => {
    const call = { id: 'c', type: 'tool-call', toolName: 'walk_to', input: {}, result: null, receiptId: null } as const
    const after = apply(
      played,
      { type: 'part-start', messageId: 'answer', part: call },
      { type: 'part-delta', messageId: 'answer', partId: 'c', text: '{' },
    )
    expect(after.messages[2]?.parts).toEqual([call])
  })

  it('adds a receipt once, however often it arrives', () => {
    const event: LiveEvent = { type: 'receipt', messageId: 'answer', entry: receiptEntry() }
    expect(apply(played, event, event).messages[2]?.receipts).toEqual([receiptEntry()])
  })

  it('keeps a notice with the model it is about, once', () => {
    const event: LiveEvent = { type: 'notice', messageId: 'answer', notice: 'Asking again in 2 s.' }
    expect(apply(played, event, event).messages[2]?.model?.notices).toEqual(['Asking again in 2 s.'])
  })

  it('shows the place, the panel, the ending and the endings found of a new state', () => {
    const clocks = [{ entityId: 'hours', entity: null, day: 1, time: '22:30' }]
    const after = apply(played, {
      type: 'state',
      messageId: 'answer',
      place: 'Orchard',
      ending: { title: 'Lanterns', kind: 'neutral', text: null },
      panel: panel({ clocks }),
      endings: { found: 1, total: 3 },
    })
    expect(after).toMatchObject({
      place: 'Orchard',
      panel: { clocks },
      ending: { title: 'Lanterns' },
      endings: { found: 1 },
    })
  })

  it('ends a message with everything that the server stored', () => {
    const ended = answer('The gate is warm.', { id: 'answer', parentId: 'words', finishReason: 'stop' })
    const after = apply(played, { type: 'message-end', message: ended, suggestions: [suggestion()] })
    expect(after.messages[2]).toBe(ended)
    expect(after.suggestions).toEqual([suggestion()])
    expect(
      apply(after, { type: 'message-start', message: answer('', { id: 'next', parentId: 'answer' }) }).suggestions,
    ).toEqual([])
  })

  it('shows a new title, another model and other settings', () => {
    const settings = storySettings({ tense: 'past' })
    const modelConfig = { id: 'llama', name: 'Llama', provider: 'openai-compatible', fallback: true }
    const after = apply(played, { type: 'session', title: 'My walk', modelConfig, settings })
    expect(after).toMatchObject({ title: 'My walk', modelConfig, settings })
  })

  it('changes nothing on a heartbeat', () => {
    expect(apply(played, { type: 'heartbeat' })).toBe(played)
  })

  it('keeps the messages that an event does not concern', () => {
    const after = apply(played, { type: 'part-delta', messageId: 'answer', partId: 'none', text: 'x' })
    expect(after.messages[0]).toBe(opening)
    expect(after.messages[1]).toBe(firstWords)
  })

  it('ignores an event for a message that is not in the path', () => {
    const event: LiveEvent = { type: 'part-delta', messageId: 'elsewhere', partId: 'p', text: 'x' }
    expect(apply(played, event)).toEqual(played)
  })
})
