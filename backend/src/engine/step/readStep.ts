import { setTimeout as wait } from 'node:timers/promises'

import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  SharedV4Warning,
} from '@ai-sdk/provider'
import type { Json, ProtectedTexts } from '@llm-gamebook/story'
import { z } from 'zod'

import { Json as JsonSchema } from '../../json.ts'
import type { Usage } from '../../messages/modelSnapshot.ts'
import type { Narrator } from '../../models/narrator.ts'
import { PARAMETER_NAMES } from '../../models/parameters/modelParameters.ts'
import { readUsage } from '../../models/readUsage.ts'
import { forEachPart, raceAbort } from './abortable.ts'
import type { Answer } from '../answer/answer.ts'
import type { RequestedCall } from '../answer/answerParts.ts'
import type { TextReading } from '../request/textReading.ts'
import { AnswerText } from './answerText.ts'
import { createPartRedactor, type Redaction } from './partRedactor.ts'

export interface StepOutcome {
  finishReason: LanguageModelV4FinishReason['unified'] | null
  /** Empty unless the step is complete: a call that was cut off never runs. */
  calls: RequestedCall[]
  /** Null if the provider reports none. */
  inputTokens?: number | null
  usage?: Usage | null
  /** The length of its text. */
  writtenBytes?: number
  /** Its text was cut before something secret. */
  isCut?: boolean
}

type ReadNarrator = Pick<Narrator, 'model'> & Redaction

export type StepOptions = LanguageModelV4CallOptions & { readonly abortSignal: AbortSignal }

/** How the text of a step is read. */
export interface StepReading {
  /** Null for a narrator whose text is taken as it is. */
  readonly text: TextReading | null
  /** What the text may not hold; null if it may hold everything. Called while the model answers. */
  readonly protectSecrets: () => ProtectedTexts | null
}

/** Until a request has left. What its text may not hold is found after that, which takes as long in a long story. */
const LEAVING_MS = 20

/**
 * Sends one request and adds the output to the answer as it arrives, without the keys of the model config. An error part
 * throws, and so does a lost connection. A stream that ends without a finish part has a null reason.
 */
export async function readStep(
  narrator: ReadNarrator,
  options: StepOptions,
  answer: Answer,
  reading: StepReading,
  onOutput: () => void = () => {},
): Promise<StepOutcome> {
  const response = raceAbort(narrator.model.doStream(options), options.abortSignal)
  await Promise.race([response, wait(LEAVING_MS, undefined, { ref: false })])
  const text = new AnswerText(answer, options, reading.text, reading.protectSecrets())
  const { stream } = await response
  const outcome: StepOutcome = { finishReason: null, calls: text.calls }
  const redactor = createPartRedactor(narrator)
  const isOver = (): boolean => answer.isFull || text.isLoop || text.isCut
  const take = (parts: readonly LanguageModelV4StreamPart[]): boolean => {
    for (const part of parts) if (!isOver()) takePart(part, { answer, outcome, text })
    if (answer.hasOutputOfStep || outcome.calls.length > 0) onOutput()
    return !isOver()
  }
  try {
    await forEachPart(stream, options.abortSignal, (part) => take(redactor.read(part)))
  } finally {
    take(redactor.end())
    text.end()
  }
  answer.closePart()
  if (text.isCut) return { finishReason: 'stop', calls: [], isCut: true }
  if (text.isLoop) return { finishReason: 'stop', calls: [] }
  if (answer.isFull) return { finishReason: 'length', calls: [] }
  // Some servers finish with `stop` after complete calls.
  const isComplete = outcome.finishReason === 'tool-calls' || outcome.finishReason === 'stop'
  return isComplete ? outcome : { ...outcome, calls: [] }
}

interface ReadingStep {
  readonly answer: Answer
  readonly outcome: StepOutcome
  readonly text: AnswerText
}

function takePart(part: LanguageModelV4StreamPart, { answer, outcome, text }: ReadingStep): void {
  switch (part.type) {
    case 'stream-start':
      for (const warning of part.warnings) if (isRelevant(warning, answer)) answer.note(toNotice(warning))
      return
    case 'text-start':
    case 'reasoning-start':
      text.flush()
      answer.closePart()
      return annotate(part, answer)
    case 'text-delta':
      outcome.writtenBytes = (outcome.writtenBytes ?? 0) + Buffer.byteLength(part.delta)
      text.write(withoutNul(part.delta))
      return annotate(part, answer)
    case 'reasoning-delta':
      answer.append('thinking', withoutNul(part.delta))
      return annotate(part, answer)
    case 'text-end':
    case 'reasoning-end':
      text.flush()
      annotate(part, answer)
      return answer.closePart()
    case 'tool-call':
      if (part.providerExecuted !== true) {
        const { toolName, input, providerMetadata: metadata } = part
        text.addCall({ toolName, input: parseInput(input), metadata })
      }
      return
    case 'response-metadata':
      if (part.modelId !== undefined) answer.setAnsweringModel(part.modelId)
      return
    case 'finish':
      outcome.finishReason = part.finishReason.unified
      outcome.inputTokens = part.usage.inputTokens.total ?? null
      outcome.usage = readUsage(part.usage, answer.hasOutputOfStep || outcome.calls.length > 0)
      return answer.addUsage(outcome.usage)
    case 'error':
      throw part.error
    case 'custom':
    case 'file':
    case 'ping':
    case 'raw':
    case 'reasoning-file':
    case 'source':
    case 'tool-approval-request':
    case 'tool-input-delta':
    case 'tool-input-end':
    case 'tool-input-start':
    case 'tool-result':
      return
  }
}

/** A NUL means nothing, and other providers refuse it. */
const withoutNul = (delta: string): string => delta.replaceAll('\0', '')

type TextPart = Extract<LanguageModelV4StreamPart, { type: `${'text' | 'reasoning'}-${string}` }>

function annotate({ type, providerMetadata }: TextPart, answer: Answer): void {
  if (providerMetadata !== undefined) answer.annotate(type.startsWith('text') ? 'text' : 'thinking', providerMetadata)
}

/** A warning about a parameter that the config does not set is noise. */
function isRelevant(warning: SharedV4Warning, answer: Answer): boolean {
  if (!('feature' in warning)) return true
  const isParameter = PARAMETER_NAMES.some((name) => name === warning.feature)
  return isParameter ? answer.hasParameter(warning.feature) : warning.feature !== 'strict'
}

function toNotice(warning: SharedV4Warning): string {
  switch (warning.type) {
    case 'unsupported':
    case 'compatibility':
      return `Ignored by this model: ${warning.feature}.`
    case 'deprecated':
      return warning.message
    case 'other':
      return warning.message
  }
}

const Input = z.string().transform((text, context): Json => {
  try {
    return JsonSchema.parse(JSON.parse(text))
  } catch {
    context.addIssue('Not JSON.')
    return z.NEVER
  }
})

/** Arguments that are not JSON stay text, which the story refuses. */
function parseInput(input: string): Json {
  if (input.trim() === '') return {}
  const parsed = Input.safeParse(input)
  return parsed.success ? parsed.data : input
}
