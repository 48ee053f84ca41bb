import type { LiveEvent } from '../../src/web/schemas/live.ts'
import type { SessionDetail } from '../../src/web/schemas/session.ts'

type Message = SessionDetail['messages'][number]

/** What the events promise a page: applied to a snapshot, they give what a fresh snapshot would show. */
export function applyEvents(events: readonly LiveEvent[]): SessionDetail {
  const [first, ...rest] = events
  if (first?.type !== 'snapshot') throw new Error('A stream begins with a snapshot.')
  return rest.reduce(applyEvent, first.session)
}

function applyEvent(session: SessionDetail, event: LiveEvent): SessionDetail {
  const { messages } = session
  const change = (id: string, to: (message: Message) => Message): SessionDetail => ({
    ...session,
    messages: messages.map((message) => (message.id === id ? to(message) : message)),
  })
  switch (event.type) {
    case 'snapshot':
      return event.session
    case 'message-start': {
      const parent = messages.findIndex(({ id }) => id === event.message.parentId)
      const path = [...messages.slice(0, parent + 1), event.message]
      return { ...session, headId: event.message.id, messages: path, suggestions: [] }
    }
    case 'part-start':
      return change(event.messageId, (message) => ({ ...message, parts: [...message.parts, event.part] }))
    case 'part-delta':
      return change(event.messageId, (message) => ({
        ...message,
        parts: message.parts.map((part) =>
          part.id === event.partId && part.type !== 'tool-call' ? { ...part, text: part.text + event.text } : part,
        ),
      }))
    case 'part-end':
      return change(event.messageId, (message) => ({
        ...message,
        parts: message.parts.map((part) => (part.id === event.part.id ? event.part : part)),
      }))
    case 'part-withdrawn':
      return change(event.messageId, (message) => ({
        ...message,
        parts: message.parts.map((part) =>
          part.id === event.partId && part.type === 'text' ? { ...part, withdrawn: event.reason } : part,
        ),
      }))
    case 'receipt':
      return change(event.messageId, (message) => ({ ...message, receipts: [...message.receipts, event.entry] }))
    case 'state':
      return { ...session, place: event.place, ending: event.ending, panel: event.panel, endings: event.endings }
    case 'notice':
      return change(event.messageId, ({ model, ...message }) => ({
        ...message,
        model: model && { ...model, notices: [...(model.notices ?? []), event.notice] },
      }))
    case 'message-end':
      return { ...change(event.message.id, () => event.message), suggestions: event.suggestions }
    case 'heartbeat':
      return session
    case 'session':
      return { ...session, title: event.title, modelConfig: event.modelConfig, settings: event.settings }
  }
}
