import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider'

/** A part of the stream; something to wait for, or to begin then and wait for; a fault that breaks the stream. */
export type FakePart = LanguageModelV4StreamPart | Wait | Error
type Wait = Promise<unknown> | (() => Promise<unknown>)

export interface FakeModel extends LanguageModelV4 {
  /** The options of each call. */
  readonly doStreamCalls: LanguageModelV4CallOptions[]
}

/** A model that gives its answers in order and then repeats the last one. */
export function fakeModel(...answers: readonly (readonly FakePart[])[]): FakeModel {
  const doStreamCalls: LanguageModelV4CallOptions[] = []
  return {
    specificationVersion: 'v4',
    provider: 'fake',
    modelId: 'fake',
    supportedUrls: {},
    doStreamCalls,
    doGenerate: () => Promise.reject(new Error('The engine streams.')),
    async doStream(options) {
      const answer = answers[Math.min(doStreamCalls.length, answers.length - 1)] ?? []
      doStreamCalls.push(options)
      return { stream: toStream(answer) }
    },
  }
}

/** A text answer, with waits between its words. */
export function text(...words: readonly (string | Wait)[]): readonly FakePart[] {
  const parts = words.map((word): FakePart =>
    typeof word === 'string' ? { type: 'text-delta', id: '1', delta: word } : word,
  )
  return [{ type: 'text-start', id: '1' }, ...parts, { type: 'text-end', id: '1' }, finish('stop')]
}

/** An answer that calls a tool; `input` as a provider sends it, JSON or not. */
export function toolCall(toolName: string, input: string): readonly FakePart[] {
  return [{ type: 'tool-call', toolCallId: 'call-1', toolName, input }, finish('tool-calls')]
}

export function finish(unified: LanguageModelV4FinishReason['unified'], outputTokens = 2): LanguageModelV4StreamPart {
  return {
    type: 'finish',
    finishReason: { unified, raw: undefined },
    usage: {
      inputTokens: { total: 10, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: outputTokens, text: undefined, reasoning: undefined },
    },
  }
}

/** Something to wait for, and its end. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

function toStream(parts: readonly FakePart[]): ReadableStream<LanguageModelV4StreamPart> {
  const left = [...parts]
  return new ReadableStream({
    async pull(controller) {
      let part = left.shift()
      for (; part instanceof Promise || typeof part === 'function'; part = left.shift()) {
        await (part instanceof Promise ? part : part())
      }
      if (part === undefined) controller.close()
      else if (part instanceof Error) controller.error(part)
      else controller.enqueue(part)
    },
  })
}
