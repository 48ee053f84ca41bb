import type { StoryState } from '@llm-gamebook/story'

import type { Memory } from '../../sessions/memory.ts'
import { EMPTY_CONTEXT } from '../../sessions/sessionContext.ts'
import { readerOf } from '../request/buildRequest.ts'
import { buildFirstRequest } from '../request/firstRequest.ts'
import type { TurnRequest } from '../turn.ts'
import { promptBudget } from './budget.ts'
import { decideMemory } from './decideMemory.ts'
import { countLeftOut, findMemory } from './findMemory.ts'
import { headAt, recall, type Recalled, type RecallInput } from './recall.ts'
import { countRequestBytes } from './requestBytes.ts'
import { DEFAULT_FACTOR } from './tokenFactor.ts'
import { listTurnSizes, reserveSteps } from './turnSizes.ts'

export interface MemoryPlan {
  /** What is remembered in this turn; null if all turns are sent and no request was counted yet. */
  readonly memory: Memory | null
  /** Whether it is stored with this turn: with the player's message, or with the answer of a retry. */
  readonly isNew: boolean
  readonly recalled: Recalled
  readonly size: RequestSize
}

/** The first request of a turn. */
export interface RequestSize {
  /** The tokens of the context window. */
  readonly window: number
  /** The tokens that the request may have. */
  readonly budget: number
  /** Estimated tokens for each byte. */
  readonly factor: number
  /** The bytes of tools, system text and the last message. */
  readonly fixed: number
  /** The bytes of journal and summary. */
  readonly head: number
  /** The bytes of the turns that are sent word for word. */
  readonly kept: number
}

export interface PlannedTurn {
  /** With the text of the player's message, also for a retry. */
  readonly turn: TurnRequest
  /** The id of a player's message that is not on the path yet; null for an opening and a retry. */
  readonly newMessageId: string | null
  /** The state before the turn. */
  readonly state: StoryState
}

/**
 * What a turn remembers, and how large its first request is. The same plan is shown to the player before a message is
 * sent.
 */
export function planMemory({ turn, newMessageId, state }: PlannedTurn): MemoryPlan {
  const { path, narrator, gamebook, gamebookVersion, context = EMPTY_CONTEXT } = turn
  if (narrator.prompt.readsStoryView) return { ...UNMEASURED, recalled: { head: null, kept: path } }
  const { settings, summaries } = context
  const retried = newMessageId === null && path.at(-1)?.role === 'player' ? path.at(-1) : undefined
  const history = retried === undefined ? path : path.slice(0, -1)
  const reader = readerOf(turn)
  const input: RecallInput = { path: history, gamebook, gamebookVersion, summaries }
  const budget = promptBudget(narrator)
  const inherited = findMemory(path)
  const factor = factorFor(turn, inherited)
  const fixed = countFixed(turn, state)
  const headBytes = (leftOut: number, memory: Memory): number =>
    leftOut === 0 ? 0 : Buffer.byteLength(headAt(input, leftOut, memory))
  const messageId = newMessageId ?? retried?.id
  const memory =
    messageId === undefined
      ? inherited
      : decideMemory({
          history,
          message: { id: messageId, isNew: newMessageId !== null },
          inherited,
          mode: settings.memory,
          summaries,
          budget,
          factor,
          fixed,
          reserve: reserveSteps(history.slice(countLeftOut(history, inherited, messageId)), reader, budget / factor),
          sizesFrom: (leftOut) => listTurnSizes(history.slice(leftOut), reader),
          headBytes,
        })
  const recalled = recall(input, memory, messageId)
  return {
    memory,
    isNew: memory !== inherited,
    recalled,
    size: {
      window: narrator.contextWindow.tokens,
      budget,
      factor,
      fixed,
      head: recalled.head === null ? 0 : Buffer.byteLength(recalled.head),
      kept: listTurnSizes(recalled.kept, reader).reduce((sum, { bytes }) => sum + bytes, 0),
    },
  }
}

/** Of a narrator that reads no prompt. */
const UNMEASURED: Omit<MemoryPlan, 'recalled'> = {
  memory: null,
  isNew: false,
  size: { window: 0, budget: 0, factor: DEFAULT_FACTOR, fixed: 0, head: 0, kept: 0 },
}

/** What was counted for another model may be too little for this one. */
function factorFor({ path, narrator: { snapshot } }: TurnRequest, memory: Memory | null): number {
  if (memory === null) return DEFAULT_FACTOR
  const model = path.findLast((message) => message.role === 'narrator' && message.memory !== null)?.model
  const isSame = model?.provider === snapshot.provider && model.requestedModel === snapshot.requestedModel
  return isSame ? memory.factor : Math.max(memory.factor, DEFAULT_FACTOR)
}

/** The bytes of a request without the turns before. */
function countFixed(turn: TurnRequest, state: StoryState): number {
  return countRequestBytes(buildFirstRequest({ ...turn, recalled: { head: null, kept: [] } }, state))
}
