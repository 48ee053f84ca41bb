import { z } from 'zod'

import type { StoredPart } from '../../messages/part.ts'
import type { Answer } from './answer.ts'

const Applied = z.object({ result: z.enum(['applied', 'success']) })

/**
 * Takes the text of a step back if all its calls came to nothing: the model wrote it before it knew, and narrates again.
 * The steps of a turn are limited, so a model that never waits for results is heard in the end.
 */
export function withdrawRefused(answer: Answer): void {
  const { parts } = answer.snapshot()
  const step = parts.at(-1)?.origin?.step
  const calls = parts.filter(isCall).filter(({ origin }) => origin?.step === step)
  if (calls.length > 0 && calls.every(cameToNothing)) answer.withdraw('refused-call')
}

/** Whether a call was made again and again in this turn, and each time came to the same nothing. */
export function repeatsMistake(answer: Answer): boolean {
  const counts = new Map<string, number>()
  for (const call of answer.snapshot().parts.filter(isCall).filter(cameToNothing)) {
    const key = JSON.stringify([call.toolName, call.input, call.result])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) >= MOST_ATTEMPTS
}

/** Of the same call with the same result, after which the model has to write. */
const MOST_ATTEMPTS = 3

type ToolCall = Extract<StoredPart, { type: 'tool-call' }>

/** A call of the model. */
const isCall = (part: StoredPart): part is ToolCall => part.type === 'tool-call' && part.by === undefined

const cameToNothing = ({ result }: ToolCall): boolean => !Applied.safeParse(result).success
