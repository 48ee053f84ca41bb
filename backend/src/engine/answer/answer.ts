import type { SharedV4ProviderMetadata } from '@ai-sdk/provider'
import type { KnownExits, Receipt, StoryState } from '@llm-gamebook/story'

import type { DriftFinding } from '../../messages/driftFinding.ts'
import type { AnswerInProgress, Message, MessageStatus } from '../../messages/message.ts'
import type { Usage } from '../../messages/modelSnapshot.ts'
import { toPublicPart, type Withdrawal } from '../../messages/part.ts'
import { toPublicReceipt, type StoredReceiptEntry } from '../../messages/receipt.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { addUsage } from '../../models/readUsage.ts'
import type { Memory } from '../../sessions/memory.ts'
import type { PartEvent, TurnEvent } from '../turnEvent.ts'
import { AnswerParts, type RequestedCall, type ToolCallPart } from './answerParts.ts'

export interface AnswerTools {
  readonly emit: (event: TurnEvent) => void
  readonly newId: () => string
  readonly now: () => string
}

export interface AnswerEnd {
  readonly status: Exclude<MessageStatus, 'streaming'>
  readonly finishReason: string | null
  readonly error: TurnError | null
}

/** A receipt with its line for the player. */
export interface ReceiptWithLine {
  readonly receipt: Receipt
  readonly line: string
  readonly newPlace: boolean
  /** What the player may read of the receipt, if not all of it. */
  readonly shown?: Receipt
}

/**
 * The narrator's answer in progress: the only place that changes it. It publishes each change as an event, except its
 * end, which must be stored first.
 */
export class Answer {
  readonly id: string
  readonly #tools: AnswerTools
  readonly #parts: AnswerParts
  #message: AnswerInProgress
  #end: (AnswerEnd & Pick<Message, 'finishedAt'>) | null = null
  #version = 0

  constructor(message: AnswerInProgress, tools: AnswerTools) {
    this.id = message.id
    this.#message = message
    this.#tools = tools
    this.#parts = new AnswerParts(message.model, tools.newId)
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version
  }

  get state(): StoryState {
    return this.#message.stateAfter
  }

  get isOver(): boolean {
    return this.#end !== null
  }

  get hasText(): boolean {
    return this.#parts.hasText
  }

  /** Whether the current step has text or reasoning, or an earlier one has text. */
  get hasOutputOfStep(): boolean {
    return this.#parts.hasOutputOfStep
  }

  /** Whether the answer is longer than any reader would want. */
  get isFull(): boolean {
    return this.#parts.isFull
  }

  hasParameter(name: string): boolean {
    return this.#message.model !== null && name in this.#message.model.parameters
  }

  /** A copy that later changes leave alone, without the end. */
  snapshot(): AnswerInProgress {
    return { ...this.#message, parts: this.#parts.copy() }
  }

  /** A copy with the end, to be stored and then published. */
  endedSnapshot(): AnswerInProgress {
    return { ...this.snapshot(), ...this.#end }
  }

  begin(): void {
    this.#tools.emit({ type: 'message-start', message: this.snapshot() })
    this.#tools.emit({ type: 'state', messageId: this.id, state: this.state })
  }

  /** The output that follows comes from one more request. */
  beginStep(): void {
    this.#parts.beginStep()
  }

  setInstructions(instructions: string): void {
    this.#set({ instructions })
  }

  /** Keeps the names of all functions that its requests have sent, in their order. */
  setSentTools(sentTools: readonly string[]): void {
    this.#set({ sentTools })
  }

  append(type: 'text' | 'thinking', text: string): void {
    if (text === '') return
    if (this.#message.firstTokenAt === null) this.#set({ firstTokenAt: this.#tools.now() })
    this.#publish(this.#parts.append(type, text))
  }

  /** Keeps metadata that only the provider can read. */
  annotate(type: 'text' | 'thinking', metadata: SharedV4ProviderMetadata): void {
    this.#publish(this.#parts.annotate(type, metadata))
  }

  /**
   * Takes back text of the current step: all of it, or its last characters. It stays stored, and nothing else reads it.
   */
  withdraw(reason: Withdrawal, characters?: number): void {
    this.#publish(this.#parts.withdraw(reason, characters))
  }

  /** Keeps text that was never part of the answer. */
  addWithdrawn(reason: Withdrawal, text: string): void {
    this.#publish(this.#parts.addWithdrawn(reason, text))
  }

  /** All text of the current step becomes thinking. */
  textWasThinking(): void {
    this.#publish(this.#parts.textWasThinking())
  }

  closePart(): void {
    this.#publish(this.#parts.close())
  }

  addToolCall(call: RequestedCall): ToolCallPart {
    const { part, events } = this.#parts.addToolCall(call)
    this.#publish(events)
    return part
  }

  /** Adds the result of a call, its receipts and the state that it led to. */
  completeToolCall(
    part: ToolCallPart,
    result: ToolCallPart['result'],
    receipts: readonly ReceiptWithLine[],
    state: StoryState,
  ): void {
    const entries = receipts.map((receipt) => this.addReceipt(receipt, part.id))
    part.result = result
    part.receiptId = entries[0]?.id ?? null
    this.#publish([{ type: 'part-end', part: toPublicPart(part) }])
    this.#setState(state)
  }

  /** Adds the receipts of the triggers that fired, and the state that they led to. */
  addTriggered(receipts: readonly ReceiptWithLine[], state: StoryState): void {
    this.closePart()
    const partId = this.#parts.lastId
    for (const receipt of receipts) this.addReceipt(receipt, partId)
    this.#setState(state)
  }

  addReceipt(receipt: ReceiptWithLine, partId: string | null = null): StoredReceiptEntry {
    const entry: StoredReceiptEntry = { id: this.#tools.newId(), partId, ...receipt }
    this.#set({ receipts: [...this.#message.receipts, entry] })
    this.#tools.emit({ type: 'receipt', messageId: this.id, entry: toPublicReceipt(entry) })
    return entry
  }

  /** Adds a line to the details of the answer, such as a retry. A repeated line is left out. */
  note(notice: string): void {
    const { model } = this.#message
    if (model === null || model.notices?.includes(notice) === true) return
    this.#set({ model: { ...model, notices: [...(model.notices ?? []), notice] } })
    this.#tools.emit({ type: 'notice', messageId: this.id, notice })
  }

  setAnsweringModel(answeringModel: string): void {
    if (this.#message.model !== null) this.#set({ model: { ...this.#message.model, answeringModel } })
  }

  /** Keeps what its requests hold of the turns before, with the tokens that were counted. */
  setMemory(memory: Memory): void {
    this.#set({ memory })
  }

  /** Keeps what differs from the state of the story. The text does not change after that. */
  setDriftFindings(driftFindings: readonly DriftFinding[]): void {
    this.#set({ driftFindings })
  }

  /** Keeps the exits that the player knows of now. */
  setKnownExits(knownExits: readonly KnownExits[]): void {
    this.#set({ knownExits })
  }

  /** Adds the usage of one step. */
  addUsage(usage: Usage): void {
    this.#set({ usage: addUsage(this.#message.usage, usage) })
  }

  end(end: AnswerEnd): void {
    this.closePart()
    this.#end = { ...end, finishedAt: this.#tools.now() }
  }

  #setState(state: StoryState): void {
    if (state === this.state) return
    this.#set({ stateAfter: state })
    this.#tools.emit({ type: 'state', messageId: this.id, state })
  }

  #set(change: Partial<AnswerInProgress>): void {
    this.#message = { ...this.#message, ...change }
    this.#version += 1
  }

  #publish(events: readonly PartEvent[]): void {
    this.#version += 1
    for (const event of events) this.#tools.emit({ ...event, messageId: this.id })
  }
}
