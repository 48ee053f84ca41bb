/** The body of a request for a chat completion. */
export interface ChatBody {
  readonly tools?: unknown
  readonly messages: readonly unknown[]
}

export interface PrefixShare {
  /** Bytes of the requests that are counted. */
  readonly bytes: number
  /** How many of them stand in the unchanged beginning of the request before. */
  readonly shared: number
}

/** What a provider's prompt cache could reuse, from the ninth request on: earlier ones are too short to matter. */
export function measurePrefix(bodies: readonly ChatBody[]): PrefixShare {
  const prompts = bodies.map(toPrompt)
  const shares = prompts.slice(FIRST_COUNTED).map((prompt, index) => ({
    bytes: prompt.length,
    shared: commonPrefix(prompts[index + FIRST_COUNTED - 1] ?? prompt, prompt),
  }))
  return addShares(shares)
}

export function addShares(shares: readonly PrefixShare[]): PrefixShare {
  return {
    bytes: shares.reduce((sum, { bytes }) => sum + bytes, 0),
    shared: shares.reduce((sum, { shared }) => sum + shared, 0),
  }
}

export function toPercent({ bytes, shared }: PrefixShare): number {
  return bytes === 0 ? 0 : (100 * shared) / bytes
}

const FIRST_COUNTED = 8

/** The bytes in the order in which providers cache them: the tools, then the messages. */
function toPrompt({ tools = [], messages }: ChatBody): Buffer {
  return Buffer.from([JSON.stringify(tools), ...messages.map((message) => JSON.stringify(message))].join('\n'))
}

function commonPrefix(before: Buffer, after: Buffer): number {
  const length = Math.min(before.length, after.length)
  for (let index = 0; index < length; index += 1) if (before[index] !== after[index]) return index
  return length
}
