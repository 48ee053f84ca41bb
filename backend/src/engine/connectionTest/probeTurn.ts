import { type Gamebook, startState } from '@llm-gamebook/story'

import type { Clock } from '../../clock.ts'
import type { Message } from '../../messages/message.ts'
import type { RequestLog } from '../../models/transport/requestLog.ts'
import type { Narrator } from '../../models/narrator.ts'
import { Answer } from '../answer/answer.ts'
import { toAnswerMessage } from '../answer/newMessages.ts'
import { runTurn } from '../runTurn.ts'
import type { TurnRequest } from '../turn.ts'
import type { Silence } from './silence.ts'

/** A model that writes more than this has answered, whatever it was asked. */
const ENOUGH_CHARACTERS = 4000
/** Enough to see whether the model accepts the result of its call. */
const TOOL_STEPS = 2

export interface ProbeTurn {
  readonly gamebook: Gamebook
  readonly narrator: Narrator
  /** The answers before this turn. */
  readonly path: readonly Message[]
  /** Null for the opening. */
  readonly text: string | null
}

/** Plays one turn exactly as in a session, except that nothing is stored and no request waits to be sent again. */
export async function probeTurn(
  { gamebook, narrator, path, text }: ProbeTurn,
  silence: Silence,
  { clock, requests }: { readonly clock: Clock; readonly requests: RequestLog },
): Promise<Message> {
  const request: TurnRequest = { sessionId: NOWHERE, gamebook, gamebookVersion: NOWHERE, path, text, narrator }
  let characters = 0
  const answer = new Answer(toAnswerMessage(request, null, startState(0), clock), {
    ...clock,
    emit(event) {
      silence.hear()
      if (event.type === 'part-delta') characters += event.text.length
      if (characters > ENOUGH_CHARACTERS) silence.finish()
    },
  })
  const faults: unknown[] = []
  const context = { signal: silence.signal, onFault: (fault: unknown) => void faults.push(fault) }
  await runTurn(request, answer, {
    ...context,
    maxToolSteps: TOOL_STEPS,
    waitsToRetry: false,
    requests,
    purpose: 'test',
  })
  silence.stop()
  if (faults.length > 0) throw faults[0]
  return answer.endedSnapshot()
}

/** The session and version of messages that are never stored. */
const NOWHERE = 'connection-test'
