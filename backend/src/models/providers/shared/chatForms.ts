import type { ChatForm } from '../../dialects/chatCompletions.ts'

/** Reasoning as most servers send it. */
export const plainForm: ChatForm = {
  reasoning: (text) => ({ reasoning_content: text }),
  whole: (text, reasoning) => ({ content: text, ...(reasoning !== '' && { reasoning_content: reasoning }) }),
  readsDetails: false,
}
