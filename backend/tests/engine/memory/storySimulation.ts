import { callFunction, type Gamebook, type StoryState, worldOf } from '@llm-gamebook/story'

import { withLine } from '../../../src/engine/answer/withLine.ts'
import { planMemory, type MemoryPlan } from '../../../src/engine/memory/planMemory.ts'
import { PromptGauge } from '../../../src/engine/memory/promptGauge.ts'
import { countRequestBytes } from '../../../src/engine/memory/requestBytes.ts'
import { planSummary } from '../../../src/engine/memory/summary/planSummary.ts'
import type { WrittenSummary } from '../../../src/engine/memory/summary/writeSummary.ts'
import { buildFirstRequest } from '../../../src/engine/request/firstRequest.ts'
import { stateAt } from '../../../src/engine/stateAt.ts'
import type { TurnRequest } from '../../../src/engine/turn.ts'
import { textOf } from '../../../src/messages/part.ts'
import type { PathMessage } from '../../../src/messages/pathMessage.ts'
import type { Narrator } from '../../../src/models/narrator.ts'
import type { Memory } from '../../../src/sessions/memory.ts'
import { DEFAULT_SETTINGS, type SessionSettings } from '../../../src/sessions/sessionSettings.ts'
import type { Summary } from '../../../src/sessions/summary.ts'
import { makeMessage, SESSION } from '../../support/messages.ts'

const VERSION = 'version'
/** Tokens for a byte, as the model of the simulation counts them. */
const TRUE_FACTOR = 0.24

/** The messages and summaries of a session, as they are stored. */
export interface StoredStory {
  readonly messages: ReadonlyMap<string, PathMessage>
  readonly summaries: readonly Summary[]
}

export interface SentTurn {
  readonly body: string
  /** As its model counts them. */
  readonly tokens: number
  /** As they were estimated. */
  readonly estimate: number
  readonly budget: number
  readonly memory: Memory | null
}

/** A session that is played in memory, with the memory of the engine. */
export class StorySimulation implements StoredStory {
  readonly messages = new Map<string, PathMessage>()
  summaries: readonly Summary[] = []
  headId = 'opening'
  mode: SessionSettings['memory'] = 'full'
  readonly #gamebook: Gamebook
  #count = 0

  constructor(gamebook: Gamebook, state: StoryState) {
    this.#gamebook = gamebook
    this.#add({ id: 'opening', parentId: null, role: 'narrator', stateAfter: state })
  }

  /** Sends a message below the head. */
  play(text: string, answer: string, narrator: Narrator, moveTo: string | null): SentTurn & { readonly id: string } {
    const path = pathTo(this, this.headId)
    const turn = this.#turnOf(this, path, text, narrator)
    const id = this.#newId()
    const plan = planMemory({ turn, newMessageId: id, state: this.#stateAfter(path) })
    const stateAfter = this.#stateAfter(path)
    const memory = plan.isNew ? plan.memory : null
    this.#add({ id, parentId: this.headId, role: 'player', parts: [{ id, type: 'text', text }], stateAfter, memory })
    return { id, ...this.#answer(id, turn, plan, answer, moveTo) }
  }

  /** Another answer to a message, by any model. */
  retry(messageId: string, answer: string, narrator: Narrator): SentTurn {
    const path = pathTo(this, messageId)
    const text = textOf(this.#message(messageId))
    const turn = this.#turnOf(this, path, text, narrator)
    return this.#answer(messageId, turn, this.#planAgain(turn), answer, null)
  }

  /** The body that a retry of a message would send, as the story is stored. */
  bodyAgain(stored: StoredStory, messageId: string, narrator: Narrator): string {
    const path = pathTo(stored, messageId)
    const last = path.at(-1)
    const turn = this.#turnOf(stored, path, last === undefined ? '' : textOf(last), narrator)
    const { recalled } = this.#planAgain(turn)
    return JSON.stringify(buildFirstRequest({ ...turn, recalled }, this.#stateAfter(path)))
  }

  /** The next turn, as the writer of summaries sees it. */
  nextTurn(narrator: Narrator): { readonly turn: TurnRequest; readonly plan: MemoryPlan } {
    const path = pathTo(this, this.headId)
    const turn = this.#turnOf(this, path, '', narrator)
    return { turn, plan: planMemory({ turn, newMessageId: null, state: this.#stateAfter(path) }) }
  }

  /** The summary that the writer would begin now; null if none is due. */
  startSummary(narrator: Narrator): WrittenSummary | null {
    const { turn, plan } = this.nextTurn(narrator)
    const task = planSummary(turn, plan)
    const coversTo = task?.messages.at(-1)?.id
    if (task === null || coversTo === undefined) return null
    return { coversTo, text: `${task.base?.text ?? ''}\n\n${task.messages.length} messages.`.trim(), usage: null }
  }

  addSummary(written: WrittenSummary): void {
    const row = { sessionId: SESSION.id, source: 'model', modelConfigId: null, cost: null, createdAt: '' } as const
    this.summaries = [...this.summaries, { ...row, ...written, id: this.#newId() }]
  }

  #planAgain(turn: TurnRequest) {
    return planMemory({ turn, newMessageId: null, state: this.#stateAfter(turn.path) })
  }

  #answer(parentId: string, turn: TurnRequest, plan: MemoryPlan, text: string, moveTo: string | null): SentTurn {
    const state = this.#stateAfter(turn.path)
    const request = buildFirstRequest({ ...turn, recalled: plan.recalled }, state)
    const gauge = new PromptGauge(plan)
    gauge.addRequest(request)
    const bytes = countRequestBytes(request)
    const memory = gauge.addCount(Math.round(bytes * TRUE_FACTOR))
    const id = this.#newId()
    const { parts, ...outcome } = this.#move(id, state, moveTo)
    const model = { ...turn.narrator.snapshot, answeringModel: null }
    const written = { parts: [...parts, { id: `${id}t`, type: 'text', text } as const], ...outcome, memory, model }
    this.#add({ id, parentId, role: 'narrator', ...written })
    this.headId = id
    const { budget } = plan.size
    const estimate = bytes * plan.size.factor
    return { body: JSON.stringify(request), tokens: bytes * TRUE_FACTOR, estimate, budget, memory: plan.memory }
  }

  #move(id: string, state: StoryState, to: string | null): Pick<PathMessage, 'parts' | 'receipts' | 'stateAfter'> {
    if (to === null) return { parts: [], receipts: [], stateAfter: state }
    const world = worldOf(this.#gamebook, state)
    const call = { function: 'walk_to', args: { to }, by: 'tool' } as const
    const { state: after, receipts, result } = callFunction(world, call, () => {})
    const input = { to }
    const part = { id: `${id}c`, type: 'tool-call', toolName: 'walk_to', input, result: { ...result }, receiptId: null }
    return {
      parts: [{ ...part, type: 'tool-call' }],
      receipts: receipts.map((receipt) => ({ id: `${id}r`, partId: `${id}c`, ...withLine(world, receipt) })),
      stateAfter: after,
    }
  }

  #turnOf(stored: StoredStory, path: readonly PathMessage[], text: string, narrator: Narrator): TurnRequest {
    const settings = { ...DEFAULT_SETTINGS, memory: this.mode }
    const context = { settings, note: '', pins: [], summaries: stored.summaries }
    return {
      sessionId: SESSION.id,
      gamebook: this.#gamebook,
      gamebookVersion: VERSION,
      path,
      text,
      narrator,
      context,
    }
  }

  #stateAfter(path: readonly PathMessage[]): StoryState {
    const last = path.at(-1) ?? this.#message('opening')
    return stateAt({ gamebook: this.#gamebook, version: VERSION }, last).state
  }

  #add(change: Partial<PathMessage> & Pick<PathMessage, 'id' | 'parentId'>): void {
    const message = makeMessage(SESSION, null, { gamebookVersion: VERSION })
    const { sessionId, status, parts, receipts, stateAfter, gamebookVersion, model, role } = message
    const shared = { sessionId, status, parts, receipts, stateAfter, gamebookVersion, model, role }
    const read = { memory: null, sentTools: ['walk_to'], driftFindings: null, playerCall: null }
    this.messages.set(change.id, { ...shared, ...read, ...change })
  }

  #message(id: string): PathMessage {
    const message = this.messages.get(id)
    if (message === undefined) throw new Error(`There is no message ${id}.`)
    return message
  }

  #newId(): string {
    this.#count += 1
    return `m${this.#count}`
  }
}

export function pathTo({ messages }: StoredStory, lastId: string): readonly PathMessage[] {
  const path: PathMessage[] = []
  for (let next = messages.get(lastId); next !== undefined; next = messages.get(next.parentId ?? '')) path.push(next)
  return path.reverse()
}

/** The path to a message as it is read after a restart: nothing that is cached for a message counts for its copy. */
export function reload(stored: StoredStory, lastId: string): StoredStory {
  const path = pathTo(stored, lastId).map((message) => [message.id, { ...message }] as const)
  return { messages: new Map(path), summaries: stored.summaries.map((summary) => ({ ...summary })) }
}

/** A copy of the path to a message in another session, with new ids. */
export function fork(stored: StoredStory, lastId: string): StoredStory {
  const copyId = (id: string): string => `copy-${id}`
  const path = pathTo(stored, lastId)
  const copied = new Set(path.map(({ id }) => id))
  const summaries = stored.summaries
    .filter(({ coversTo }) => copied.has(coversTo))
    .map((summary) => ({ ...summary, id: copyId(summary.id), coversTo: copyId(summary.coversTo) }))
  const messages = path.map((message) => {
    const { id, parentId, memory } = message
    const copy = {
      ...message,
      id: copyId(id),
      parentId: parentId && copyId(parentId),
      memory: memory && {
        ...memory,
        keepFrom: memory.keepFrom && copyId(memory.keepFrom),
        summaryId: memory.summaryId && copyId(memory.summaryId),
      },
    }
    return [copy.id, copy] as const
  })
  return { messages: new Map(messages), summaries }
}
