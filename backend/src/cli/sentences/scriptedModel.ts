import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider'

import { toToolCall } from '../../narrator/stream/narrationParts.ts'
import type { Call } from './sentence.ts'

/** A model that makes one call and then has nothing to say; without a call it only says so. */
export function createScriptedModel(call: Call | null): LanguageModelV4 {
  let isCalled = call === null
  return {
    specificationVersion: 'v4',
    provider: 'script',
    modelId: 'script',
    supportedUrls: {},
    doGenerate: async () => {
      throw new Error('A script only streams.')
    },
    doStream: async () => {
      const parts = isCalled || call === null ? textParts() : [toToolCall({ kind: 'call', call }, 'call')]
      const reason = isCalled ? 'stop' : 'tool-calls'
      isCalled = true
      return {
        stream: toStream([
          ...parts,
          { type: 'finish', usage: NO_USAGE, finishReason: { unified: reason, raw: reason } },
        ]),
      }
    },
  }
}

function textParts(): readonly LanguageModelV4StreamPart[] {
  return [
    { type: 'text-start', id: 'text' },
    { type: 'text-delta', id: 'text', delta: '…' },
    { type: 'text-end', id: 'text' },
  ]
}

function toStream(parts: readonly LanguageModelV4StreamPart[]): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
}

const NO_USAGE = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
}
