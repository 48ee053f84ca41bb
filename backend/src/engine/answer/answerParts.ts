import type { SharedV4ProviderMetadata } from '@ai-sdk/provider'

import type { ModelSnapshot } from '../../messages/modelSnapshot.ts'
import { isWithdrawn, PartOrigin, type StoredPart, toPublicPart, type Withdrawal } from '../../messages/part.ts'
import type { PartEvent } from '../turnEvent.ts'

export interface RequestedCall extends Pick<ToolCallPart, 'toolName' | 'input'> {
  readonly metadata?: SharedV4ProviderMetadata | undefined
  readonly by?: 'player'
}

export type ToolCallPart = Extract<StoredPart, { type: 'tool-call' }>
type TextPart = Extract<StoredPart, { type: 'text' }>

interface OpenPart {
  readonly part: Extract<StoredPart, { type: 'text' | 'thinking' }>
  /** Milliseconds of the process clock. */
  readonly since: number
  /** The latest replaces the earlier ones: some providers repeat it with every delta. */
  metadata?: SharedV4ProviderMetadata
}

const MAX_CHARACTERS = 500_000

/** Builds the parts of an answer from the deltas of its model. Each change returns the events that describe it. */
export class AnswerParts {
  readonly #model: ModelSnapshot | null
  readonly #newId: () => string
  readonly #parts: StoredPart[] = []
  #step = -1
  #open: OpenPart | null = null
  #length = 0

  constructor(model: ModelSnapshot | null, newId: () => string) {
    this.#model = model
    this.#newId = newId
  }

  get lastId(): string | null {
    return this.#parts.at(-1)?.id ?? null
  }

  get hasText(): boolean {
    return this.#parts.some((part) => part.type === 'text' && !isWithdrawn(part) && part.text.trim() !== '')
  }

  /** Whether the current step has text or reasoning, or an earlier one has text. */
  get hasOutputOfStep(): boolean {
    const isOfStep = ({ origin }: StoredPart): boolean => origin?.step === this.#step
    return this.hasText || this.#parts.some((part) => part.type !== 'tool-call' && part.text !== '' && isOfStep(part))
  }

  /** Whether the answer is longer than any reader would want. */
  get isFull(): boolean {
    return this.#length >= MAX_CHARACTERS
  }

  /** A copy that later changes leave alone. */
  copy(): readonly StoredPart[] {
    return this.#parts.map((part) => ({ ...part }))
  }

  /** The parts that follow come from one more request. */
  beginStep(): void {
    this.#step += 1
  }

  /** Adds a delta to the open part of its type, or opens one. */
  append(type: 'text' | 'thinking', text: string): readonly PartEvent[] {
    const closed = this.#open?.part.type === type ? [] : this.#openPart(type)
    if (this.#open === null) return closed
    const { part } = this.#open
    const started = part.text === '' ? [{ type: 'part-start', part: toPublicPart(part) } as const] : []
    const added = text.slice(0, MAX_CHARACTERS - this.#length)
    part.text += added
    this.#length += added.length
    return [...closed, ...started, { type: 'part-delta', partId: part.id, text: added }]
  }

  /** Keeps the metadata that only the provider can read with the open part, or with a new part without text. */
  annotate(type: 'text' | 'thinking', metadata: SharedV4ProviderMetadata): readonly PartEvent[] {
    const closed = this.#open?.part.type === type ? [] : this.#openPart(type)
    if (this.#open !== null) this.#open.metadata = metadata
    return closed
  }

  close(): readonly PartEvent[] {
    if (this.#open === null) return []
    const { part, since, metadata } = this.#open
    if (metadata !== undefined) part.origin = this.#originOf(metadata)
    if (part.type === 'thinking') part.durationMs = Math.round(performance.now() - since)
    this.#open = null
    return part.text === '' ? [] : [{ type: 'part-end', part: toPublicPart(part) }]
  }

  addWithdrawn(reason: Withdrawal, text: string): readonly PartEvent[] {
    const closed = this.close()
    const part: TextPart = { id: this.#newId(), type: 'text', text: '', origin: this.#originOf(), withdrawn: reason }
    part.text = text.slice(0, MAX_CHARACTERS - this.#length)
    this.#length += part.text.length
    if (part.text === '') return closed
    this.#parts.push(part)
    return [...closed, { type: 'part-start', part: toPublicPart(part) }]
  }

  /** All text of the current step becomes thinking, in its place and with its id. */
  textWasThinking(): readonly PartEvent[] {
    const closed = this.close()
    const events = this.#parts.flatMap((part, index) => {
      if (!this.#isTextOfStep(part)) return []
      const { id, text, origin } = part
      const thinking = { id, type: 'thinking', text: text.trim(), durationMs: 0, origin } as const
      this.#parts[index] = thinking
      return [{ type: 'part-end', part: toPublicPart(thinking) } as const]
    })
    return [...closed, ...events]
  }

  #isTextOfStep(part: StoredPart): part is TextPart {
    return part.type === 'text' && part.origin?.step === this.#step && !isWithdrawn(part) && part.text !== ''
  }

  /** Takes back the last characters of the text of the current step. */
  withdraw(reason: Withdrawal, characters = Number.POSITIVE_INFINITY): readonly PartEvent[] {
    const events = [...this.close()]
    let left = characters
    for (const part of this.#parts.toReversed()) {
      if (left <= 0) break
      if (!this.#isTextOfStep(part)) continue
      const kept = Math.max(part.text.length - left, 0)
      left -= part.text.length
      events.push(...this.#withdrawEnd(part, kept, reason))
    }
    return events
  }

  /** Moves the end of a part to a new one, so the part itself holds only text that counts. */
  #withdrawEnd(part: TextPart, kept: number, reason: Withdrawal): readonly PartEvent[] {
    if (kept === 0) {
      part.withdrawn = reason
      return [{ type: 'part-withdrawn', partId: part.id, reason }]
    }
    const end: TextPart = { id: this.#newId(), type: 'text', text: part.text.slice(kept), origin: this.#originOf() }
    part.text = part.text.slice(0, kept)
    this.#parts.push(end)
    const started = [
      { type: 'part-end', part: toPublicPart(part) },
      { type: 'part-start', part: toPublicPart(end) },
    ] as const
    end.withdrawn = reason
    return [...started, { type: 'part-withdrawn', partId: end.id, reason }]
  }

  addToolCall({ toolName, input, metadata, by }: RequestedCall): { part: ToolCallPart; events: readonly PartEvent[] } {
    const closed = this.close()
    const part: ToolCallPart = {
      id: this.#newId(),
      type: 'tool-call',
      toolName,
      input,
      result: null,
      receiptId: null,
      // What the player did comes from no model.
      ...(by === undefined ? { origin: this.#originOf(metadata) } : { by }),
    }
    this.#parts.push(part)
    return { part, events: [...closed, { type: 'part-start', part: toPublicPart(part) }] }
  }

  #openPart(type: 'text' | 'thinking'): readonly PartEvent[] {
    const closed = this.close()
    const id = this.#newId()
    const origin = this.#originOf()
    const part = type === 'text' ? { id, type, text: '', origin } : { id, type, text: '', durationMs: null, origin }
    this.#parts.push(part)
    this.#open = { part, since: performance.now() }
    return closed
  }

  #originOf(metadata?: SharedV4ProviderMetadata): PartOrigin {
    const { provider = '', host = null, requestedModel: model = '' } = this.#model ?? {}
    return {
      provider,
      host,
      model,
      step: this.#step,
      ...(metadata !== undefined && { metadata: Metadata.parse(JSON.parse(JSON.stringify(metadata))) }),
    }
  }
}

const Metadata = PartOrigin.shape.metadata
