import type { StoryState } from '@llm-gamebook/story'

import type { AnswerInProgress, Message } from '../../messages/message.ts'
import type { TurnRequest } from '../turn.ts'

export interface MessageTools {
  readonly newId: () => string
  /** ISO-8601, UTC. */
  readonly now: () => string
}

/** The player's message at the end of the path. Its state is the one that was saved last, unchanged. */
export function toPlayerMessage(request: TurnRequest, text: string, state: StoryState, tools: MessageTools): Message {
  const now = tools.now()
  const last = request.path.at(-1)
  return {
    ...emptyMessage(request, state, tools.newId(), now),
    stateAfter: last?.stateAfter ?? state,
    gamebookVersion: last?.gamebookVersion ?? request.gamebookVersion,
    parentId: last?.id ?? null,
    role: 'player',
    status: 'done',
    parts: [{ id: tools.newId(), type: 'text', text }],
    finishedAt: now,
    playerCall: request.call ?? null,
  }
}

/** The empty answer, below the player's message or, for a retry or an opening, at the end of the path. */
export function toAnswerMessage(
  request: TurnRequest,
  playerMessage: Message | null,
  state: StoryState,
  tools: MessageTools,
): AnswerInProgress {
  const { modelConfigId, snapshot } = request.narrator
  return {
    ...emptyMessage(request, state, tools.newId(), tools.now()),
    parentId: playerMessage?.id ?? request.path.at(-1)?.id ?? null,
    role: 'narrator',
    status: 'streaming',
    modelConfigId,
    model: { ...snapshot, answeringModel: null },
  }
}

function emptyMessage(
  { sessionId, gamebookVersion }: TurnRequest,
  stateAfter: StoryState,
  id: string,
  createdAt: string,
) {
  return {
    id,
    sessionId,
    parts: [],
    receipts: [],
    stateAfter,
    instructions: null,
    gamebookVersion,
    modelConfigId: null,
    model: null,
    usage: null,
    cost: null,
    finishReason: null,
    error: null,
    createdAt,
    firstTokenAt: null,
    finishedAt: null,
    memory: null,
    sentTools: null,
    driftFindings: null,
    playerCall: null,
    knownExits: null,
  } as const
}
