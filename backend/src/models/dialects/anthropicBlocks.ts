import { CallCollector } from './callCollector.ts'
import type { CompleteCall } from './callFragment.ts'
import type { Finish } from './finishReason.ts'
import { type Fields, fieldsOf, isObject, listOf, textOf } from './values.ts'
import { flatText } from './textParts.ts'

type Kind = 'text' | 'thinking' | 'redacted_thinking' | 'tool_use'

interface Block {
  readonly kind: Kind | 'unknown'
  readonly index: number
  isOpen: boolean
  /** The arguments in its first event, which count if none follow. */
  input?: unknown
}

type Events = readonly Fields[]

/** The blocks of one message. Those of unknown kinds are left out; those without a number or a start get one. */
export class AnthropicBlocks {
  readonly #blocks = new Map<string, Block>()
  readonly #calls = new CallCollector()
  #lastKey = ''
  #count = 0

  start(data: Fields): Events | undefined {
    const given = fieldsOf(data['content_block'])
    const kind = kindOf(given)
    const key = textOf(data['index']) || `new-${this.#count}`
    const [block, events] = this.#open(key, kind, given)
    if (kind === 'unknown') return events.length > 0 ? events : undefined
    if (kind !== 'tool_use') return [...events, ...initialDeltas(block.index, given)]
    const { id, name, input } = given
    if (!isObject(input) || Object.keys(input).length > 0) block.input = input
    this.#calls.add({ key: String(block.index), id: textOf(id), name: textOf(name) })
    return events
  }

  add(data: Fields): Events | undefined {
    const key = textOf(data['index']) || this.#lastKey
    const delta = fieldsOf(data['delta'])
    const kind = KINDS.get(textOf(delta['type']) || 'text_delta')
    const known = this.#blocks.get(key)
    if (kind === undefined || known?.kind === 'unknown') return undefined
    if (kind === 'tool_use') return this.#addArguments(known, delta['partial_json'])
    const [block, events] = known?.kind === kind ? [known, []] : this.#open(key, kind, {})
    const deltas = toDeltas(block.index, delta)
    return events.length + deltas.length > 0 ? [...events, ...deltas] : undefined
  }

  stop(data: Fields): Events | undefined {
    const block = this.#blocks.get(textOf(data['index']) || this.#lastKey)
    if (block === undefined || !block.isOpen) return undefined
    if (block.kind === 'tool_use') this.#calls.add({ key: String(block.index), isComplete: true })
    return this.#close(block)
  }

  /** Reads blocks that come whole. Calls are kept for `closeCalls`. */
  readContent(content: unknown): Events {
    const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : listOf(content)
    return blocks.filter(isObject).flatMap((block) => this.#readWhole(block))
  }

  /** The events of a block that comes whole in a stream. */
  readWholeBlock(block: unknown): Events {
    const opened = this.start({ content_block: block }) ?? []
    return [...opened, ...(this.stop({}) ?? [])]
  }

  closeText(): Events {
    return [...this.#blocks.values()].filter(({ isOpen }) => isOpen).flatMap((block) => this.#close(block))
  }

  closeCalls(finish: Finish | undefined): readonly CompleteCall[] {
    for (const { kind, index, input } of this.#blocks.values())
      if (kind === 'tool_use' && input !== undefined) this.#calls.add({ key: String(index), arguments: input })
    return this.#calls.close(finish)
  }

  writeCalls(calls: readonly CompleteCall[]): Events {
    return calls.flatMap(({ id, name, arguments: json }) => {
      const index = this.#nextIndex()
      const block = { type: 'tool_use', id: id || `call_${index}`, name, input: {} }
      return [
        { type: 'content_block_start', index, content_block: block },
        deltaOf(index, { type: 'input_json_delta', partial_json: json }),
        { type: 'content_block_stop', index },
      ]
    })
  }

  #open(key: string, kind: Block['kind'], given: Fields): readonly [Block, Events] {
    const before = this.#blocks.get(key)
    const closed = before === undefined ? [] : this.#close(before)
    const block: Block = { kind, index: this.#nextIndex(), isOpen: true }
    this.#blocks.delete(key)
    this.#blocks.set(key, block)
    this.#lastKey = key
    const isWritten = kind === 'text' || kind === 'thinking' || kind === 'redacted_thinking'
    if (!isWritten) return [block, closed]
    return [
      block,
      [...closed, { type: 'content_block_start', index: block.index, content_block: emptyBlock(kind, given) }],
    ]
  }

  #close(block: Block): Events {
    const isWritten = block.isOpen && block.kind !== 'tool_use' && block.kind !== 'unknown'
    block.isOpen = false
    return isWritten ? [{ type: 'content_block_stop', index: block.index }] : []
  }

  #addArguments(block: Block | undefined, json: unknown): Events | undefined {
    if (block?.kind !== 'tool_use') return undefined
    if (json !== '') block.input = undefined
    this.#calls.add({ key: String(block.index), arguments: json })
    return []
  }

  #readWhole(block: Fields): Events {
    const kind = kindOf(block)
    if (kind === 'unknown') return []
    if (kind === 'text') return [{ type: kind, text: flatText(block['text']) }]
    if (kind === 'thinking')
      return [{ type: kind, thinking: flatText(block['thinking']), signature: textOf(block['signature']) }]
    if (kind === 'redacted_thinking') return [emptyBlock(kind, block)]
    const { id, name, input } = block
    this.#calls.add({ key: String(this.#nextIndex()), id: textOf(id), name: textOf(name), arguments: input })
    return []
  }

  #nextIndex(): number {
    this.#count += 1
    return this.#count - 1
  }
}

/** The deltas that are part of a story, and the blocks that they belong to. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['text_delta', 'text'],
  ['thinking_delta', 'thinking'],
  ['signature_delta', 'thinking'],
  ['input_json_delta', 'tool_use'],
])

function kindOf({ type }: Fields): Block['kind'] {
  const isKnown = type === 'text' || type === 'thinking' || type === 'redacted_thinking' || type === 'tool_use'
  return isKnown ? type : 'unknown'
}

function emptyBlock(kind: 'text' | 'thinking' | 'redacted_thinking', given: Fields): Fields {
  if (kind === 'text') return { type: kind, text: '' }
  return kind === 'thinking' ? { type: kind, thinking: '' } : { type: kind, data: textOf(given['data']) }
}

/** Some gateways put the beginning, or all, of a block into its first event. */
const initialDeltas = (index: number, { type, text, thinking, signature }: Fields): Events =>
  type === 'text'
    ? toDeltas(index, { type: 'text_delta', text })
    : [
        ...toDeltas(index, { type: 'thinking_delta', thinking }),
        ...toDeltas(index, { type: 'signature_delta', signature }),
      ]

function toDeltas(index: number, { type, text, thinking, signature }: Fields): Events {
  if (type === 'thinking_delta') return deltaWith(index, type, 'thinking', flatText(thinking))
  if (type === 'signature_delta') return deltaWith(index, type, 'signature', textOf(signature))
  return deltaWith(index, 'text_delta', 'text', flatText(text))
}

const deltaWith = (index: number, type: string, field: string, text: string): Events =>
  text === '' ? [] : [deltaOf(index, { type, [field]: text })]

const deltaOf = (index: number, delta: Fields): Fields => ({ type: 'content_block_delta', index, delta })
