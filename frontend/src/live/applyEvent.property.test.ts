import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { message, panel, receiptEntry, session, snapshot, suggestion, playerMessage } from '../testSupport/builders.ts'
import type { LiveEvent, Message, MessagePage, Part, SessionDetail } from '../types/api.ts'
import { applyEvent, canApply } from './applyEvent.ts'
import { addEarlier } from './loadedMessages.ts'

/** What can happen in a session, as a server would do it. */
type Happening =
  | { readonly kind: 'say' | 'retry' | 'undo' | 'restart' | 'withdraw' | 'end' }
  | { readonly kind: 'tell'; readonly text: string }
  | { readonly kind: 'act'; readonly place: string }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constantFrom('say', 'retry', 'undo', 'restart', 'withdraw', 'end') }),
  fc.record({ kind: fc.constant('tell'), text: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('act'), place: fc.constantFrom('Lawn', 'Gate', 'Orchard') }),
)

describe('the events after a snapshot', () => {
  it('give the same as a new snapshot, from every starting point', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), fc.nat(), (happenings, start) => {
        const server = new ToldSession()
        const steps = happenings.map((what) => ({ events: server.happen(what), after: server.snapshot() }))
        const first = start % (steps.length + 1)
        const joined = first === 0 ? session() : (steps[first - 1]?.after ?? session())
        const view = steps
          .slice(first)
          .flatMap(({ events }) => events)
          .reduce<SessionDetail | null>(applyEvent, joined)
        expect(view).toEqual(server.snapshot())
      }),
    )
  })
})

const LATEST = 3

/** What the server sends of a session: the end of its story. */
function latest(whole: SessionDetail): SessionDetail {
  const messages = whole.messages.slice(-LATEST)
  return { ...whole, messages, earlierCursor: cursorOf(messages) }
}

/** The page of messages that the server sends for a cursor. */
function earlier(whole: SessionDetail, cursor: string, limit: number): MessagePage {
  const end = whole.messages.findIndex(({ id }) => id === cursor)
  const data = whole.messages.slice(Math.max(0, end - limit), end)
  return { data, earlierCursor: cursorOf(data) }
}

const cursorOf = ([oldest]: readonly Message[]): string | null =>
  oldest === undefined || oldest.parentId === null ? null : oldest.id

/** What a page can do between two events. */
const reading = fc.record({
  what: happening,
  loads: fc.nat({ max: 4 }),
  isLate: fc.boolean(),
  reconnects: fc.boolean(),
})

describe('a page that loads earlier messages', () => {
  it('shows an unbroken end of the story, each message once, and can load the rest', () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 40 }), (steps) => {
        const server = new ToldSession()
        let view: SessionDetail | null = latest(server.snapshot())
        for (const { what, loads, isLate, reconnects } of steps) {
          const cursor = view.earlierCursor
          const page = loads > 0 && cursor !== null ? earlier(server.snapshot(), cursor, loads) : null
          if (cursor !== null && page !== null && !isLate) view = addEarlier(view, cursor, page)
          for (const event of server.happen(what)) {
            const sent: LiveEvent = event.type === 'snapshot' ? snapshot(latest(event.session)) : event
            const isAway: boolean = reconnects || !canApply(view, sent)
            view = applyEvent(view, isAway ? snapshot(latest(server.snapshot())) : sent) ?? view
          }
          if (cursor !== null && page !== null && isLate) view = addEarlier(view, cursor, page)
          const whole = server.snapshot()
          const loaded: readonly Message[] = view.messages
          const shown = { ...view, messages: [], earlierCursor: null }
          expect(shown).toEqual({ ...whole, messages: [], earlierCursor: null })
          expect(loaded).toEqual(whole.messages.slice(whole.messages.length - loaded.length))
          expect(view.earlierCursor).toBe(cursorOf(loaded))
        }
      }),
    )
  })
})

/** A server's view of a session, kept by replacing whole messages: another way to the same end. */
class ToldSession {
  private shown = session()
  private count = 0

  snapshot(): SessionDetail {
    return structuredClone(this.shown)
  }

  happen(what: Happening): LiveEvent[] {
    const last = this.shown.messages.at(-1)
    const isRunning = last?.status === 'streaming'
    switch (what.kind) {
      case 'say':
        return isRunning ? [] : this.begin(last?.id ?? null, true)
      case 'retry':
        return isRunning || last === undefined ? [] : this.begin(last.parentId, false)
      case 'restart':
        return isRunning ? [] : this.begin(null, false)
      case 'undo':
        return isRunning || this.shown.messages.length < 3 ? [] : this.undo()
      case 'tell':
        return isRunning ? this.tell(last, what.text) : []
      case 'withdraw':
        return isRunning ? this.withdraw(last) : []
      case 'act':
        return isRunning ? this.act(last, what.place) : []
      case 'end':
        return isRunning ? this.end(last) : []
    }
  }

  private begin(parentId: string | null, hasWords: boolean): LiveEvent[] {
    const said = playerMessage('I go on.', { id: this.newId(), parentId })
    const answerParent = hasWords ? said.id : parentId
    const answer = message({ id: this.newId(), parentId: answerParent, status: 'streaming' })
    const started = hasWords ? [said, answer] : [answer]
    const kept = this.shown.messages.slice(0, this.shown.messages.findIndex(({ id }) => id === parentId) + 1)
    const messageCount = this.shown.messageCount + started.length
    const news = { messageCount, headId: answer.id, redoId: null, ending: null, endedAt: null, suggestions: [] }
    this.shown = { ...this.shown, ...news, messages: [...kept, ...started] }
    return started.map((each) => ({ type: 'message-start', message: each }))
  }

  private tell(last: Message, text: string): LiveEvent[] {
    const open = last.parts.at(-1)
    if (open?.type === 'text') {
      this.replaceLast({ ...last, parts: [...last.parts.slice(0, -1), { ...open, text: open.text + text }] })
      return [{ type: 'part-delta', messageId: last.id, partId: open.id, text }]
    }
    const part: Part = { id: this.newId(), type: 'text', text }
    this.replaceLast({ ...last, parts: [...last.parts, part] })
    return [{ type: 'part-start', messageId: last.id, part }]
  }

  private withdraw(last: Message): LiveEvent[] {
    const part = last.parts.at(-1)
    if (part?.type !== 'text') return []
    this.replaceLast({ ...last, parts: [...last.parts.slice(0, -1), { ...part, withdrawn: 'loop' }] })
    return [{ type: 'part-withdrawn', messageId: last.id, partId: part.id, reason: 'loop' }]
  }

  private act(last: Message, place: string): LiveEvent[] {
    const entry = receiptEntry({ id: this.newId() })
    const part: Part = {
      id: this.newId(),
      type: 'tool-call',
      toolName: 'walk_to',
      input: {},
      result: null,
      receiptId: entry.id,
    }
    const ending = place === 'Orchard' ? ({ title: 'Lanterns', kind: 'good', text: null } as const) : null
    this.replaceLast({ ...last, parts: [...last.parts, part], receipts: [...last.receipts, entry] })
    const shown = panel({ clocks: [{ entityId: 'clock', entity: null, day: 1, time: place }] })
    this.shown = { ...this.shown, place, ending, panel: shown }
    return [
      { type: 'part-start', messageId: last.id, part },
      { type: 'receipt', messageId: last.id, entry },
      { type: 'part-end', messageId: last.id, part },
      { type: 'state', messageId: last.id, place, ending, panel: shown, endings: this.shown.endings },
    ]
  }

  private end(last: Message): LiveEvent[] {
    const ended: Message = { ...last, status: 'done', finishReason: 'stop' }
    this.replaceLast(ended)
    if (this.shown.ending !== null) this.shown = { ...this.shown, endedAt: ended.finishedAt }
    const suggestions = [suggestion({ id: ended.id })]
    this.shown = { ...this.shown, suggestions }
    return [{ type: 'message-end', message: ended, suggestions }]
  }

  private undo(): LiveEvent[] {
    const messages = this.shown.messages.slice(0, -2)
    const headId = messages.at(-1)?.id ?? null
    this.shown = { ...this.shown, messages, headId, redoId: this.shown.headId, ending: null, endedAt: null }
    return [snapshot(this.snapshot())]
  }

  private replaceLast(last: Message): void {
    this.shown = { ...this.shown, messages: [...this.shown.messages.slice(0, -1), last] }
  }

  private newId(): string {
    this.count += 1
    return `id-${this.count}`
  }
}
