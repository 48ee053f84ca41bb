import { listFixedSettings } from '@llm-gamebook/story'

import type { Message, ShownMessage } from '../../messages/message.ts'
import type { SessionDetail } from '../schemas/session.ts'
import { toMessageResponse } from '../schemas/toMessageResponse.ts'
import type { LoadedSession } from './loadSession.ts'
import { suggestionsAfter } from './suggestionsAfter.ts'
import { toStateView, restoreForDisplay } from './storySummary.ts'

/** A loaded session, with the current answer in progress in place of its stored copy. */
export function toSessionDetail(loaded: LoadedSession, running: Message | undefined): SessionDetail {
  const { session, siblingIds, played, endingsFound, model } = loaded
  const messages = loaded.messages.map((message) => (message.id === running?.id ? running : message))
  const head = running !== undefined && running.id === messages.at(-1)?.id ? running : loaded.state
  const state = head === undefined ? null : restoreForDisplay(played, head)
  const shown = toStateView(played?.gamebook, state, endingsFound)
  return {
    ...session,
    messageCount: loaded.messageCount,
    ...shown,
    narrator: messages.at(-1)?.model?.configName ?? null,
    endedAt: shown.ending === null ? null : (head?.finishedAt ?? null),
    gamebookFile: played?.file ?? 'missing',
    gamebookTitle: played?.gamebook.title ?? session.gamebookId,
    language: played?.gamebook.language ?? 'en',
    suggestions: running === undefined ? suggestionsAfter(messages.at(-1), played?.gamebook, state) : [],
    messages: messages.map((message) => toMessageResponse(message, siblingIds(message))),
    earlierCursor: toEarlierCursor(messages),
    redoId: loaded.redoId ?? null,
    modelConfig: model,
    settings: loaded.settings,
    fixedSettings: played === undefined ? [] : [...listFixedSettings(played.gamebook)],
  }
}

/** A cursor for the messages before the first one; null if it is the first of its story. */
export function toEarlierCursor([first]: readonly Pick<ShownMessage, 'id' | 'parentId'>[]): string | null {
  return first === undefined || first.parentId === null ? null : first.id
}
