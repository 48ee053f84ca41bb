import type { Message } from '../../../types/api.ts'

/** The text of a message without thinking and tool calls. */
export function messageText({ parts }: Pick<Message, 'parts'>): string {
  return parts
    .filter((part) => part.type === 'text')
    .map((part) => part.text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}
