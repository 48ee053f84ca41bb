import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'

import type { ScriptedCall } from '../script/benchmarkScript.ts'

/** What a model answers in one request. */
export interface ScriptedStep {
  readonly calls: readonly Pick<ScriptedCall, 'function' | 'args'>[]
  readonly text: string
}

/** A model that answers the requests of one turn from a script, in this process, and repeats its last answer. */
export function createScriptedModel(
  steps: readonly ScriptedStep[],
  onRequest: (request: LanguageModelV4CallOptions) => void = () => {},
): LanguageModelV4 {
  let count = 0
  return {
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error('The engine streams.')),
    async doStream(request) {
      onRequest(request)
      const step = steps[Math.min(count, steps.length - 1)]
      count += 1
      return { stream: toStream(step === undefined ? [] : toParts(step)) }
    },
  }
}

function toParts({ calls, text }: ScriptedStep): readonly LanguageModelV4StreamPart[] {
  const words: readonly LanguageModelV4StreamPart[] =
    text === ''
      ? []
      : [
          { type: 'text-start', id: 'text' },
          { type: 'text-delta', id: 'text', delta: text },
          { type: 'text-end', id: 'text' },
        ]
  return [
    ...words,
    ...calls.map((call, index): LanguageModelV4StreamPart => {
      return {
        type: 'tool-call',
        toolCallId: `call-${index}`,
        toolName: call.function,
        input: JSON.stringify(call.args),
      }
    }),
    {
      type: 'finish',
      finishReason: { unified: calls.length > 0 ? 'tool-calls' : 'stop', raw: undefined },
      usage: UNKNOWN,
    },
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

const UNKNOWN = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
}
