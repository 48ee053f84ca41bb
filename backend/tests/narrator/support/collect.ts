import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import type { NarratorInput } from '../../../src/narrator/narratorInput.ts'

/** A call of the narrator as the engine makes it: the tools are those of the view. */
export function callOptions(narrator: NarratorInput, abortSignal?: AbortSignal): LanguageModelV4CallOptions {
  return {
    prompt: [{ role: 'user', content: [{ type: 'text', text: narrator.message ?? 'Open the story.' }] }],
    tools: narrator.view.functions.map(({ name, description }) => ({
      type: 'function',
      name,
      description,
      inputSchema: { type: 'object' },
    })),
    toolChoice: { type: 'auto' },
    providerOptions: { narrator },
    ...(abortSignal === undefined ? {} : { abortSignal }),
  }
}

export async function collect(stream: ReadableStream<LanguageModelV4StreamPart>): Promise<LanguageModelV4StreamPart[]> {
  const parts: LanguageModelV4StreamPart[] = []
  for await (const part of stream) parts.push(part)
  return parts
}

export function textOf(parts: readonly LanguageModelV4StreamPart[]): string {
  return parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join('')
}
