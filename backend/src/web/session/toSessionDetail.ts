import type { Message } from '../../messages/message.ts'
import { findRedo, siblingIds } from '../../db/models/messageTree.ts'
import type { SessionDetail } from '../schemas/session.ts'
import { toMessageResponse } from '../schemas/toMessageResponse.ts'
import type { LoadedSession } from './loadSession.ts'
import { toStateView, restoreForDisplay } from './storySummary.ts'

/** A loaded session, with the current answer in progress in place of its stored copy. */
export function toSessionDetail(loaded: LoadedSession, running: Message | undefined): SessionDetail {
  const { session, tree, played, endingsFound, model } = loaded
  const path = loaded.path.map((message) => (message.id === running?.id ? running : message))
  const head = path.at(-1)
  const state = head === undefined ? null : restoreForDisplay(played, head)
  const shown = toStateView(played?.gamebook, state, endingsFound)
  return {
    ...session,
    messageCount: tree.nodes.size,
    ...shown,
    endedAt: shown.ending === null ? null : (head?.finishedAt ?? null),
    gamebookFile: played?.file ?? 'missing',
    gamebookTitle: played?.gamebook.title ?? session.gamebookId,
    messages: path.map((message) => toMessageResponse(message, siblingIds(tree, message))),
    redoId: head === undefined ? null : (findRedo(tree, head.id) ?? null),
    modelConfig: model,
  }
}
