import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider'

type Request = Pick<LanguageModelV4CallOptions, 'prompt' | 'tools'>

/** What the form of a request adds for each message, part and tool: role, type and punctuation. */
const FRAME_BYTES = 24

/** How long a request is, as a model reads it: messages and tools in UTF-8, without what only its provider reads. */
export function countRequestBytes({ prompt, tools = [] }: Request): number {
  return countMessagesBytes(prompt) + tools.reduce((sum, tool) => sum + countJson(tool), 0)
}

export function countMessagesBytes(messages: readonly LanguageModelV4Message[]): number {
  return messages.reduce((sum, message) => sum + countMessage(message), 0)
}

/** Messages of a history are the same in every request, and never change. */
const counted = new WeakMap<LanguageModelV4Message, number>()

function countMessage(message: LanguageModelV4Message): number {
  const known = counted.get(message)
  if (known !== undefined) return known
  const { content } = message
  const bytes =
    typeof content === 'string'
      ? FRAME_BYTES + Buffer.byteLength(content)
      : content.reduce((sum, part) => sum + countPart(part), 0)
  counted.set(message, bytes)
  return bytes
}

type Part = Exclude<LanguageModelV4Message['content'], string>[number]

function countPart(part: Part): number {
  if (part.type === 'text' || part.type === 'reasoning') return FRAME_BYTES + Buffer.byteLength(part.text)
  const { providerOptions: _, ...read } = part
  return FRAME_BYTES + Buffer.byteLength(JSON.stringify(read))
}

const tools = new WeakMap<object, number>()

function countJson(tool: object): number {
  const known = tools.get(tool)
  if (known !== undefined) return known
  const bytes = FRAME_BYTES + Buffer.byteLength(JSON.stringify(tool))
  tools.set(tool, bytes)
  return bytes
}
