import type { Gamebook } from '@llm-gamebook/story'

import type { Message } from '../../messages/message.ts'
import type { TurnEvent } from '../../engine/turnEvent.ts'
import { isUnparsed } from '../../messages/savedState.ts'
import { suggestionsAfter } from '../session/suggestionsAfter.ts'
import { toStateView } from '../session/storySummary.ts'
import type { LiveEvent } from '../schemas/live.ts'
import { toMessageResponse } from '../schemas/toMessageResponse.ts'

/** The context that turns engine events into events for a page. */
export interface TurnContext {
  readonly gamebook: Gamebook
  /** The nodes at which any session has ended. */
  readonly endingsFound: ReadonlySet<string>
  /** The siblings of the first message of the turn, without it. */
  readonly siblingIds: readonly string[]
}

export interface LiveTurn extends TurnContext {
  /** The messages of the turn so far. */
  readonly started: Pick<Message, 'id' | 'parentId'>[]
}

/** An event that pages receive. */
export type PublishedEvent = Exclude<TurnEvent, { type: 'turn-dropped' }>

export function toLiveEvent(event: PublishedEvent, turn: LiveTurn): LiveEvent {
  switch (event.type) {
    case 'message-start':
      return { type: 'message-start', message: toMessageResponse(event.message, siblingsOf(event.message, turn)) }
    case 'message-end':
    case 'message-unsaved': {
      const { message } = event
      const state = isUnparsed(message.stateAfter) ? null : message.stateAfter
      return {
        type: 'message-end',
        message: toMessageResponse(message, siblingsOf(message, turn)),
        // An answer that is not stored yet keeps the session from going on.
        suggestions: event.type === 'message-end' ? suggestionsAfter(message, turn.gamebook, state) : [],
      }
    }
    case 'state': {
      const { messageId, state } = event
      return { type: 'state', messageId, ...toStateView(turn.gamebook, state, turn.endingsFound) }
    }
    case 'part-start':
    case 'part-delta':
    case 'part-end':
    case 'part-withdrawn':
    case 'receipt':
    case 'notice':
      return event
  }
}

/** Only the first message of a turn has siblings of other turns. An answer can have one of its own turn. */
function siblingsOf({ id, parentId }: Message, { siblingIds, started }: LiveTurn): readonly string[] {
  const [first = { parentId }] = started
  const others = started.filter((other) => other.parentId === parentId && other.id !== id)
  return [...(first.parentId === parentId ? siblingIds : []), ...others.map((other) => other.id), id]
}
