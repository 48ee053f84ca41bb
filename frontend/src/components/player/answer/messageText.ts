import type { Message } from '../../../types/api.ts'

/** The words of a message, without what was thought or done. */
export function tellText({ parts }: Pick<Message, 'parts'>): string {
  return parts
    .filter((part) => part.type === 'text')
    .map((part) => part.text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}
