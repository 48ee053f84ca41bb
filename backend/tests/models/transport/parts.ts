import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'

export async function partsOf(stream: ReadableStream<LanguageModelV4StreamPart>): Promise<LanguageModelV4StreamPart[]> {
  const parts: LanguageModelV4StreamPart[] = []
  for await (const part of stream) parts.push(part)
  return parts
}

export const textOf = (parts: readonly LanguageModelV4StreamPart[]): string =>
  parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join('')

/** The parts with neighbouring deltas of one id made one: how words are cut is nobody's concern. */
export function joined(parts: readonly LanguageModelV4StreamPart[]): LanguageModelV4StreamPart[] {
  const result: LanguageModelV4StreamPart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.type === 'text-delta' && last?.type === 'text-delta') {
      result[result.length - 1] = { ...last, delta: last.delta + part.delta }
    } else if (part.type === 'reasoning-delta' && last?.type === 'reasoning-delta') {
      result[result.length - 1] = { ...last, delta: last.delta + part.delta }
    } else result.push(part)
  }
  return result
}
