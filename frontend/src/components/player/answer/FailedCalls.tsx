import { Fragment } from 'react'

import { playerText } from '../../../text/player.ts'
import type { Part } from '../../../types/api.ts'

interface FailedCallsProps {
  readonly parts: readonly Part[]
}

/** The calls in which the model made a mistake: they are no part of the story. */
export function FailedCalls({ parts }: FailedCallsProps) {
  return parts.flatMap((part) => {
    const code = part.type === 'tool-call' ? errorCodeOf(part.result) : null
    if (part.type !== 'tool-call' || code === null) return []
    return (
      <Fragment key={part.id}>
        <dt>{playerText('answerDetails.failedCall.title')}</dt>
        <dd dir="auto">
          {playerText(`answerDetails.failedCall.${causeOf(code)}`, { name: part.toolName.slice(0, MAX_NAME) })}
        </dd>
      </Fragment>
    )
  })
}

const MAX_NAME = 64

/** Null for a call that was carried out or refused. */
function errorCodeOf(result: unknown): string | null {
  const isError = typeof result === 'object' && result !== null && 'result' in result && result.result === 'error'
  return isError && 'code' in result && typeof result.code === 'string' ? result.code : null
}

type Cause = 'function' | 'name' | 'ambiguous' | 'time' | 'arguments'

const CAUSES: ReadonlyMap<string, Cause> = new Map<string, Cause>([
  ['unknown-function', 'function'],
  ['unknown-name', 'name'],
  ['ambiguous-name', 'ambiguous'],
  ['no-calls-now', 'time'],
  ['game-ended', 'time'],
])

function causeOf(code: string): Cause {
  return CAUSES.get(code) ?? 'arguments'
}
