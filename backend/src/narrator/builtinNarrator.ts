import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider'
import { narrate, type Narration } from './narrate.ts'
import { NARRATOR_INPUT_KEY, NarratorInput } from './narratorInput.ts'
import { narrationParts, toToolCall } from './stream/narrationParts.ts'
import { pacedStream } from './stream/pacedStream.ts'
import { countUsage, finishReasonOf } from './stream/usage.ts'

export interface BuiltinNarratorOptions {
  /** Milliseconds between two words; 0 disables the delay. */
  readonly wordDelayMs?: number
}

/**
 * A narrator without a model: it matches the player's message with what the story allows and composes its answer from
 * the author's descriptions. It reads `providerOptions.narrator` (`NarratorInput`) and ignores the prompt.
 */
export function createBuiltinNarrator({ wordDelayMs = 12 }: BuiltinNarratorOptions = {}): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'llm-gamebook',
    modelId: 'narrator',
    supportedUrls: {},
    doGenerate: async (options) => generate(options),
    doStream: async (options) => stream(options, wordDelayMs),
  }
}

/** The model name stored with each answer. */
const RESPONSE_MODEL = 'built-in narrator'

function generate(options: LanguageModelV4CallOptions): LanguageModelV4GenerateResult {
  const { input, narration } = takeStep(options)
  return {
    content: [
      narration.kind === 'text' ? { type: 'text', text: narration.text } : toToolCall(narration, callIdOf(input)),
    ],
    finishReason: finishReasonOf(narration),
    usage: countUsage(input.message, narration),
    response: { modelId: RESPONSE_MODEL },
    warnings: [],
  }
}

function stream(options: LanguageModelV4CallOptions, wordDelayMs: number): LanguageModelV4StreamResult {
  const { input, narration } = takeStep(options)
  const parts: LanguageModelV4StreamPart[] = [
    { type: 'stream-start', warnings: [] },
    { type: 'response-metadata', modelId: RESPONSE_MODEL },
    ...narrationParts(narration, callIdOf(input)),
    { type: 'finish', usage: countUsage(input.message, narration), finishReason: finishReasonOf(narration) },
  ]
  return { stream: pacedStream(parts, { wordDelayMs, signal: options.abortSignal }) }
}

function takeStep({ abortSignal, providerOptions, tools }: LanguageModelV4CallOptions): {
  input: NarratorInput
  narration: Narration
} {
  abortSignal?.throwIfAborted()
  const input = NarratorInput.parse(providerOptions?.[NARRATOR_INPUT_KEY])
  return { input, narration: narrate(input, new Set(tools?.map(({ name }) => name))) }
}

/** Unique within a session, because other providers reject a history with duplicate call ids. */
function callIdOf({ turn, results }: NarratorInput): string {
  return `builtin-${turn}-${results.length}`
}
