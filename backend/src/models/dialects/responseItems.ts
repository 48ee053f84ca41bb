import { CallCollector } from './callCollector.ts'
import type { CompleteCall } from './callFragment.ts'
import type { Finish } from './finishReason.ts'
import { type Fields, fieldsOf, firstText, isObject, textOf } from './values.ts'
import { flatText, readTextParts } from './textParts.ts'

type Kind = 'message' | 'reasoning'

interface Item {
  readonly kind: Kind
  /** The one that it was opened with: some gateways give each event of an item another one. */
  readonly id: string
  readonly index: number
  readonly phase: Fields
  hasText: boolean
  isOpen: boolean
  hasSummary: boolean
}

type Events = readonly Fields[]

/** The output items of one response. Those of unknown kinds are left out; those without a start get one. */
export class ResponseItems {
  readonly #items = new Map<string, Item>()
  readonly #calls = new CallCollector()
  #lastKey = ''
  #count = 0
  #hasRefusal = false

  get isEmpty(): boolean {
    return this.#items.size === 0 && this.#calls.isEmpty
  }

  get hasRefusal(): boolean {
    return this.#hasRefusal
  }

  start(data: Fields): Events | undefined {
    const given = fieldsOf(data['item'])
    const key = this.#keyOf(data, given)
    const { type } = given
    if (type === 'function_call') {
      this.#calls.add({ key, ...identityOf(given) })
      this.#lastKey = key
      return []
    }
    return type === 'message' || type === 'reasoning' ? this.#open(type, key, given)[1] : undefined
  }

  /** Adds text or reasoning to its item. */
  say(kind: Kind, data: Fields, text: string): Events | undefined {
    if (text === '') return undefined
    const [item, events] = this.#find(kind, data)
    item.hasText = true
    return [...events, ...this.#write(item, data, text)]
  }

  /** Says a whole text, unless it has been said in pieces. */
  sayWhole(kind: Kind, data: Fields, text: string): Events | undefined {
    const known = this.#items.get(this.#keyOf(data, {}))
    return known?.hasText === true ? undefined : this.say(kind, data, text)
  }

  refuse(data: Fields, text: string, isWhole: boolean): Events | undefined {
    this.#hasRefusal ||= text !== ''
    return isWhole ? this.sayWhole('message', data, text) : this.say('message', data, text)
  }

  /** Further parts of one reasoning are parts of their own. */
  startSummary(data: Fields): Events | undefined {
    const [item, events] = this.#find('reasoning', data)
    return [...events, ...this.#startSummary(item, summaryIndexOf(data))]
  }

  endSummary(data: Fields): Events | undefined {
    const item = this.#items.get(this.#keyOf(data, {}))
    return item?.hasSummary === true ? [summaryEvent('part.done', item, summaryIndexOf(data))] : undefined
  }

  addArguments(data: Fields): Events {
    this.#calls.add({ key: this.#keyOf(data, {}), arguments: data['delta'] })
    return []
  }

  endArguments(data: Fields): Events {
    this.#calls.complete({ key: this.#keyOf(data, {}), arguments: data['arguments'] })
    return []
  }

  end(data: Fields): Events | undefined {
    const given = fieldsOf(data['item'])
    const key = this.#keyOf(data, given)
    if (given['type'] === 'function_call') {
      const call = { key, ...identityOf(given), arguments: given['arguments'] }
      if (given['status'] === 'incomplete') this.#calls.add({ ...call, arguments: '' })
      else this.#calls.complete(call)
      return []
    }
    const { type } = given
    if (type !== 'message' && type !== 'reasoning') return undefined
    const [item, events] = this.#find(type, { ...data, item_id: given['id'] }, given)
    const said = item.hasText ? [] : this.#sayContent(item, given)
    item.isOpen = false
    return [
      ...events,
      ...said,
      { type: 'response.output_item.done', output_index: item.index, item: closed(item, given) },
    ]
  }

  closeCalls(finish: Finish | undefined): readonly CompleteCall[] {
    return this.#calls.close(finish)
  }

  writeCalls(calls: readonly CompleteCall[]): Events {
    return calls.flatMap((call) => {
      const index = this.#nextIndex()
      const item = callItem(call, index)
      return [
        { type: 'response.output_item.added', output_index: index, item: { ...item, arguments: '' } },
        { type: 'response.output_item.done', output_index: index, item },
      ]
    })
  }

  #sayContent(item: Item, given: Fields): Events {
    const { content, summary } = given
    const spoken = flatText(content)
    const text = item.kind === 'message' ? spoken : flatText(summary) || spoken
    this.#hasRefusal ||= item.kind === 'message' && isRefused(content)
    item.hasText = text !== ''
    return text === '' ? [] : this.#write(item, {}, text)
  }

  #write(item: Item, data: Fields, text: string): Events {
    const { id, index } = item
    const place = { item_id: id, output_index: index }
    if (item.kind === 'message')
      return [{ type: 'response.output_text.delta', ...place, content_index: 0, delta: text }]
    const started = item.hasSummary ? [] : this.#startSummary(item, summaryIndexOf(data))
    const delta = { ...place, summary_index: summaryIndexOf(data), delta: text }
    return [...started, { type: 'response.reasoning_summary_text.delta', ...delta }]
  }

  #startSummary(item: Item, summaryIndex: number): Events {
    item.hasSummary = true
    return [summaryEvent('part.added', item, summaryIndex)]
  }

  #find(kind: Kind, data: Fields, given: Fields = {}): readonly [Item, Events] {
    const key = this.#keyOf(data, given)
    const known = this.#items.get(key)
    return known?.kind === kind && known.isOpen
      ? [known, []]
      : this.#open(kind, key, { ...given, id: given['id'] ?? data['item_id'] })
  }

  #open(kind: Kind, key: string, given: Fields): readonly [Item, Events] {
    const index = this.#nextIndex()
    const id = textOf(given['id']) || `${kind === 'message' ? 'msg' : 'rs'}_${index}`
    const item: Item = { kind, id, index, phase: phaseOf(given), hasText: false, isOpen: true, hasSummary: false }
    this.#items.set(key, item)
    this.#lastKey = key
    return [item, [{ type: 'response.output_item.added', output_index: index, item: opened(item, given) }]]
  }

  /** The number of an item is the same in all of its events. */
  #keyOf({ output_index: index, item_id: id }: Fields, given: Fields): string {
    return firstText(index, id, given['id'], given['call_id']) || this.#lastKey
  }

  #nextIndex(): number {
    this.#count += 1
    return this.#count - 1
  }
}

const isRefused = (content: unknown): boolean =>
  Array.isArray(content) && content.some((part) => isObject(part) && part['type'] === 'refusal')

const identityOf = ({ id, call_id: callId, name }: Fields) => ({
  id: textOf(callId) || textOf(id),
  name: textOf(name),
  ...(textOf(id) !== '' && { signature: textOf(id) }),
})

const summaryIndexOf = ({ summary_index: index }: Fields): number => (typeof index === 'number' ? index : 0)

function summaryEvent(name: string, { id, index }: Item, summaryIndex: number): Fields {
  const part = { type: 'summary_text', text: '' }
  return {
    type: `response.reasoning_summary_${name}`,
    item_id: id,
    output_index: index,
    summary_index: summaryIndex,
    part,
  }
}

function phaseOf({ phase }: Fields): Fields {
  return phase === 'commentary' || phase === 'final_answer' ? { phase } : {}
}

function opened({ kind, id, phase }: Item, given: Fields): Fields {
  const item = { type: kind, id, status: 'in_progress' }
  return kind === 'message'
    ? { ...item, role: 'assistant', content: [], ...phase }
    : { ...item, summary: [], ...encrypted(given) }
}

function closed({ kind, id, phase }: Item, given: Fields): Fields {
  const item = { type: kind, id, status: 'completed' }
  return kind === 'message'
    ? { ...item, role: 'assistant', content: [], ...phase, ...phaseOf(given) }
    : { ...item, summary: [], ...encrypted(given) }
}

export function encrypted({ encrypted_content: content }: Fields): Fields {
  return typeof content === 'string' ? { encrypted_content: content } : {}
}

export const callItem = ({ id, name, arguments: json, signature }: CompleteCall, index: number): Fields => ({
  type: 'function_call',
  id: signature ?? `fc_${index}`,
  call_id: id || `call_${index}`,
  name,
  arguments: json,
  status: 'completed',
})

/** The text of an item that comes whole, in the form of the package. */
export function wholeItem(given: Fields, index: number): Fields | undefined {
  const id = textOf(given['id']) || `item_${index}`
  if (given['type'] === 'message') {
    const text = readTextParts(given['content'])
      .map((words) => words.text)
      .join('')
    const content = [{ type: 'output_text', text, annotations: [] }]
    return { type: 'message', id, role: 'assistant', status: 'completed', content, ...phaseOf(given) }
  }
  if (given['type'] !== 'reasoning') return undefined
  const text = flatText(given['summary']) || flatText(given['content'])
  const summary = text === '' ? [] : [{ type: 'summary_text', text }]
  return { type: 'reasoning', id, status: 'completed', summary, ...encrypted(given) }
}
