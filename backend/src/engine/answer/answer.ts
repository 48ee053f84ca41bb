import type { SharedV4ProviderMetadata } from '@ai-sdk/provider'
import type { Receipt, StoryState } from '@llm-gamebook/story'

import type { AnswerInProgress, MessageStatus } from '../../messages/message.ts'
import type { Usage } from '../../messages/modelSnapshot.ts'
import { PartOrigin, type StoredPart, toPublicPart } from '../../messages/part.ts'
import type { ReceiptEntry } from '../../messages/receipt.ts'
import type { TurnError } from '../../messages/turnError.ts'
import type { TurnEvent } from '../turnEvent.ts'

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

export interface RequestedCall extends Pick<ToolCallPart, 'toolName' | 'input'> {
  readonly metadata?: SharedV4ProviderMetadata | undefined
}

/** A receipt with its line for the player. */
export interface ReceiptWithLine {
  readonly receipt: Receipt
  readonly line: string
  readonly newPlace: boolean
}

interface OpenPart {
  readonly part: Extract<StoredPart, { type: 'text' | 'thinking' }>
  /** Milliseconds of the process's own clock. */
  readonly since: number
  /** The newest is the whole of it: some providers give it anew with every word. */
  metadata?: SharedV4ProviderMetadata
}

type ToolCallPart = Extract<StoredPart, { type: 'tool-call' }>

const MAX_CHARACTERS = 500_000

/** The narrator's answer while it is made: the one place that changes it, and tells of each change as it happens. */
export class Answer {
  readonly id: string
  readonly #tools: AnswerTools
  readonly #parts: StoredPart[] = []
  #step = -1
  #message: AnswerInProgress
  #open: OpenPart | null = null
  #changed = false
  #length = 0

  constructor(message: AnswerInProgress, tools: AnswerTools) {
    this.id = message.id
    this.#message = message
    this.#tools = tools
  }

  get state(): StoryState {
    return this.#message.stateAfter
  }

  get isOver(): boolean {
    return this.#message.status !== 'streaming'
  }

  get hasWords(): boolean {
    return this.#parts.some((part) => part.type === 'text' && part.text.trim() !== '')
  }

  /** Whether the step under way brought words or thoughts, or one before it brought words. */
  get hasOutputOfStep(): boolean {
    const isOfStep = ({ type, origin }: StoredPart): boolean => type !== 'tool-call' && origin?.step === this.#step
    return this.hasWords || this.#parts.some((part) => isOfStep(part) && part.type !== 'tool-call' && part.text !== '')
  }

  /** Whether a parameter of this name is set for it. */
  asksFor(parameter: string): boolean {
    return this.#message.model !== null && parameter in this.#message.model.parameters
  }

  /** Whether the answer is longer than any reader would want. */
  get isFull(): boolean {
    return this.#length >= MAX_CHARACTERS
  }

  /** The answer as it stands, safe to keep. */
  snapshot(): AnswerInProgress {
    return { ...this.#message, parts: this.#parts.map((part) => ({ ...part })) }
  }

  /** Whether there is anything that was not taken yet. */
  get isChanged(): boolean {
    return this.#changed
  }

  /** The answer as it stands; what it holds counts as kept. */
  takeChanged(): AnswerInProgress {
    this.#changed = false
    return this.snapshot()
  }

  /** What was taken could not be kept. */
  markChanged(): void {
    this.#changed = true
  }

  begin(): void {
    this.#tools.emit({ type: 'message-start', message: this.snapshot() })
    this.#tools.emit({ type: 'state', messageId: this.id, state: this.state })
  }

  /** The model is asked again: what it says now belongs together. */
  beginStep(): void {
    this.#step += 1
  }

  instruct(instructions: string): void {
    this.#set({ instructions })
  }

  /** Words or thoughts as they arrive: they go on the open part, or open one. */
  append(type: 'text' | 'thinking', text: string): void {
    if (text === '') return
    if (this.#message.firstTokenAt === null) this.#set({ firstTokenAt: this.#tools.now() })
    const { part } = this.#open?.part.type === type ? this.#open : this.#openPart(type)
    if (part.text === '') this.#tools.emit({ type: 'part-start', messageId: this.id, part: toPublicPart(part) })
    part.text += text
    this.#length += text.length
    this.#changed = true
    this.#tools.emit({ type: 'part-delta', messageId: this.id, partId: part.id, text })
  }

  /** What only the provider can read of the part that is open, or of one without words. */
  annotate(type: 'text' | 'thinking', metadata: SharedV4ProviderMetadata): void {
    const open = this.#open?.part.type === type ? this.#open : this.#openPart(type)
    open.metadata = metadata
  }

  closePart(): void {
    if (this.#open === null) return
    const { part, since, metadata } = this.#open
    if (metadata !== undefined) part.origin = this.#originOf(metadata)
    if (part.type === 'thinking') part.durationMs = Math.round(performance.now() - since)
    this.#open = null
    this.#changed = true
    if (part.text !== '') this.#tools.emit({ type: 'part-end', messageId: this.id, part: toPublicPart(part) })
  }

  addToolCall({ toolName, input, metadata }: RequestedCall): ToolCallPart {
    this.closePart()
    const part: ToolCallPart = {
      id: this.#tools.newId(),
      type: 'tool-call',
      toolName,
      input,
      result: null,
      receiptId: null,
      origin: this.#originOf(metadata),
    }
    this.#parts.push(part)
    this.#changed = true
    this.#tools.emit({ type: 'part-start', messageId: this.id, part: toPublicPart(part) })
    return part
  }

  /** What became of a call: its result, its receipts with their lines, and the state they led to. */
  settleToolCall(
    part: ToolCallPart,
    result: ToolCallPart['result'],
    receipts: readonly ReceiptWithLine[],
    state: StoryState,
  ): void {
    const entries = receipts.map((receipt) => this.addReceipt(receipt, part.id))
    part.result = result
    part.receiptId = entries[0]?.id ?? null
    this.#tools.emit({ type: 'part-end', messageId: this.id, part: toPublicPart(part) })
    this.#reach(state)
  }

  /** What followed by itself from all that was told so far. */
  settle(receipts: readonly ReceiptWithLine[], state: StoryState): void {
    this.closePart()
    const partId = this.#parts.at(-1)?.id ?? null
    for (const receipt of receipts) this.addReceipt(receipt, partId)
    this.#reach(state)
  }

  addReceipt(receipt: ReceiptWithLine, partId: string | null = null): ReceiptEntry {
    const entry: ReceiptEntry = { id: this.#tools.newId(), partId, ...receipt }
    this.#set({ receipts: [...this.#message.receipts, entry] })
    this.#tools.emit({ type: 'receipt', messageId: this.id, entry })
    return entry
  }

  /** Something that was not as it was asked for, and is worth a line in the details. Each is said once. */
  note(notice: string): void {
    const { model } = this.#message
    if (model === null || model.notices?.includes(notice) === true) return
    this.#set({ model: { ...model, notices: [...(model.notices ?? []), notice] } })
    this.#tools.emit({ type: 'notice', messageId: this.id, notice })
  }

  setAnsweringModel(answeringModel: string): void {
    if (this.#message.model !== null) this.#set({ model: { ...this.#message.model, answeringModel } })
  }

  /** Adds what a step used; a turn of several steps used them all. */
  addUsage({ inputTokens, outputTokens }: Usage): void {
    const { usage } = this.#message
    this.#set({
      usage: {
        inputTokens: sum(usage?.inputTokens, inputTokens),
        outputTokens: sum(usage?.outputTokens, outputTokens),
      },
    })
  }

  end(end: AnswerEnd): void {
    this.closePart()
    this.#set({ ...end, finishedAt: this.#tools.now() })
  }

  #reach(state: StoryState): void {
    if (state === this.state) return
    this.#set({ stateAfter: state })
    this.#tools.emit({ type: 'state', messageId: this.id, state })
  }

  #openPart(type: 'text' | 'thinking'): OpenPart {
    this.closePart()
    const id = this.#tools.newId()
    const origin = this.#originOf(undefined)
    const part = type === 'text' ? { id, type, text: '', origin } : { id, type, text: '', durationMs: null, origin }
    this.#parts.push(part)
    return (this.#open = { part, since: performance.now() })
  }

  #originOf(metadata: SharedV4ProviderMetadata | undefined): PartOrigin {
    const { provider = '', host = null, requestedModel: model = '' } = this.#message.model ?? {}
    return {
      provider,
      host,
      model,
      step: this.#step,
      ...(metadata !== undefined && { metadata: Metadata.parse(JSON.parse(JSON.stringify(metadata))) }),
    }
  }

  #set(change: Partial<AnswerInProgress>): void {
    this.#message = { ...this.#message, ...change }
    this.#changed = true
  }
}

const Metadata = PartOrigin.shape.metadata

function sum(left: number | null | undefined, right: number | null): number | null {
  return left == null ? right : left + (right ?? 0)
}
