import type { Message } from '../../../types/api.ts'

/** The text of a message without thinking, tool calls and what was taken back. */
export function messageText({ parts }: Pick<Message, 'parts'>): string {
  return parts
    .map((part) => (part.type === 'text' && part.withdrawn === undefined ? part.text.trim() : ''))
    .filter((text) => text !== '')
    .join('\n\n')
}
