/** The output items of OpenAI's responses that can be part of a story. */
export const RESPONSE_ITEMS: ReadonlySet<string> = new Set(['message', 'reasoning', 'function_call'])
