import type { LiveEvent, Message, Part, SessionDetail, Suggestion, Withdrawal } from '../types/api.ts'
import { keepEarlier } from './loadedMessages.ts'

/**
 * The session after an event. Applying all events that follow a snapshot gives the same result as a new snapshot, and
 * keeps the earlier messages that were loaded. Applying an event again changes nothing.
 * @param session null until the first snapshot
 */
export function applyEvent(session: SessionDetail | null, event: LiveEvent): SessionDetail | null {
  if (event.type === 'snapshot') return keepEarlier(session, event.session)
  if (session === null) return null
  switch (event.type) {
    case 'message-start':
      return startMessage(session, event.message)
    case 'part-start':
    case 'part-end':
      return changeMessage(session, event.messageId, (message) => ({
        ...message,
        parts: putById(message.parts, event.part),
      }))
    case 'part-delta':
      return changeMessage(session, event.messageId, (message) => ({
        ...message,
        parts: message.parts.map((part) => (part.id === event.partId ? lengthen(part, event.text) : part)),
      }))
    case 'part-withdrawn':
      return changeMessage(session, event.messageId, (message) => ({
        ...message,
        parts: message.parts.map((part) => (part.id === event.partId ? withdraw(part, event.reason) : part)),
      }))
    case 'receipt':
      return changeMessage(session, event.messageId, (message) => ({
        ...message,
        receipts: putById(message.receipts, event.entry),
      }))
    case 'state': {
      const { place, ending, panel, endings } = event
      return { ...session, place, ending, panel, endings }
    }
    case 'notice':
      return changeMessage(session, event.messageId, (message) => addNotice(message, event.notice))
    case 'message-end':
      return endMessage(session, event.message, event.suggestions)
    case 'heartbeat':
      return session
    case 'session':
      return { ...session, title: event.title, modelConfig: event.modelConfig, settings: event.settings }
  }
}

/** False for a message whose parent is not loaded: only a snapshot can show what precedes it. */
export function canApply(session: SessionDetail | null, event: LiveEvent): boolean {
  if (session === null || event.type !== 'message-start') return true
  const { parentId } = event.message
  return parentId === null || session.messages.some(({ id }) => id === parentId)
}

/** The new message replaces what followed its parent, including an ending. */
function startMessage(session: SessionDetail, message: Message): SessionDetail {
  const parentIndex = session.messages.findIndex(({ id }) => id === message.parentId)
  const path = session.messages.slice(0, parentIndex + 1)
  const isNew = session.headId !== message.id
  return {
    ...session,
    messages: [...path, message],
    earlierCursor: path.length === 0 ? null : session.earlierCursor,
    messageCount: session.messageCount + (isNew ? 1 : 0),
    headId: message.id,
    redoId: null,
    suggestions: [],
    ending: null,
    endedAt: null,
  }
}

function endMessage(session: SessionDetail, message: Message, suggestions: readonly Suggestion[]): SessionDetail {
  const isHead = message.id === session.headId
  const changed = changeMessage(session, message.id, () => message)
  const ended = isHead ? { ...changed, suggestions: [...suggestions] } : changed
  return isHead && session.ending !== null ? { ...ended, endedAt: message.finishedAt } : ended
}

function changeMessage(session: SessionDetail, id: string, change: (message: Message) => Message): SessionDetail {
  return { ...session, messages: session.messages.map((message) => (message.id === id ? change(message) : message)) }
}

function addNotice(message: Message, notice: string): Message {
  const { model } = message
  const notices = model?.notices ?? []
  if (model === null || notices.includes(notice)) return message
  return { ...message, model: { ...model, notices: [...notices, notice] } }
}

function lengthen(part: Part, text: string): Part {
  return part.type === 'tool-call' ? part : { ...part, text: part.text + text }
}

function withdraw(part: Part, reason: Withdrawal): Part {
  return part.type === 'text' ? { ...part, withdrawn: reason } : part
}

/** Replaces the item with the same id, else appends. */
function putById<T extends { id: string }>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item]
}
