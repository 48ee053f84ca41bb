import type { LanguageModelV4Message, LanguageModelV4ToolResultPart } from '@ai-sdk/provider'

type AssistantMessage = Extract<LanguageModelV4Message, { role: 'assistant' }>
type ToolMessage = Extract<LanguageModelV4Message, { role: 'tool' }>

/**
 * The prompt for a model without tools: calls as the text that the protocol asks for, whichever model made them, and
 * their results as text of the user's side.
 */
export function toTextPrompt(prompt: readonly LanguageModelV4Message[]): LanguageModelV4Message[] {
  const merged: LanguageModelV4Message[] = []
  for (const message of prompt.map(toText)) {
    const last = merged.at(-1)
    if (last?.role === 'user' && message.role === 'user')
      merged[merged.length - 1] = { ...message, content: [...last.content, ...separate(message.content)] }
    else merged.push(message)
  }
  return merged
}

function toText(message: LanguageModelV4Message): LanguageModelV4Message {
  if (message.role === 'assistant') return { ...message, content: message.content.map(toTextPart) }
  return message.role === 'tool' ? toUser(message) : message
}

type AssistantPart = AssistantMessage['content'][number]

/** Packages join the texts of a message without a space between them. */
function toTextPart(part: AssistantPart, index: number): AssistantPart {
  if (part.type !== 'tool-call') return part
  const call = `<tool_call>${toJson({ name: part.toolName, arguments: part.input })}</tool_call>`
  return { type: 'text', text: index === 0 ? call : `\n\n${call}` }
}

function toUser({ content, ...rest }: ToolMessage): LanguageModelV4Message {
  const results = content.flatMap((part) => (part.type === 'tool-result' ? [toResponse(part)] : []))
  return { ...rest, role: 'user', content: [{ type: 'text', text: results.join('\n') }] }
}

function toResponse({ toolName, output }: LanguageModelV4ToolResultPart): string {
  const result = output.type === 'json' ? output.value : null
  return `<tool_response>${toJson({ name: toolName, content: result })}</tool_response>`
}

/** No text in it can end the element around it. */
const toJson = (value: unknown): string => JSON.stringify(value).replaceAll('</', '<\\/')

type UserPart = Extract<LanguageModelV4Message, { role: 'user' }>['content'][number]

const separate = (content: readonly UserPart[]): UserPart[] =>
  content.map((part, index) => (index === 0 && part.type === 'text' ? { ...part, text: `\n\n${part.text}` } : part))
