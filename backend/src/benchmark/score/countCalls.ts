import type { Json, Receipt } from '@llm-gamebook/story'
import { isDeepStrictEqual } from 'node:util'

import type { Message } from '../../messages/message.ts'
import { isErrorResult } from '../../engine/request/callResult.ts'
import { isDue, type ScriptedTurn } from '../script/benchmarkScript.ts'
import type { TurnResult } from './turnResult.ts'

interface MadeCall {
  readonly function: string
  readonly isMistaken: boolean
  /** Null for a call that never ran. */
  readonly receipt: Receipt | null
}

/**
 * Compares the calls of an answer with those that are due. A call is right if it has the same arguments as in the
 * script, or the same effect. Each call counts once, and their order does not count.
 */
export function countCalls(
  turn: Pick<ScriptedTurn, 'calls' | 'allowed'>,
  reference: Pick<Message, 'parts' | 'receipts'>,
  answer: Pick<Message, 'parts' | 'receipts'>,
): TurnResult['calls'] {
  const wanted = listCalls(reference)
  const due = wanted.filter((_, index) => isDueAt(turn, index))
  const left = [...listCalls(answer)]
  const take = (fits: (call: MadeCall) => boolean): boolean => {
    const index = left.findIndex(fits)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  }
  const missed = due.filter((call) => !take((made) => isSame(made, call)))
  const right = due.length - missed.length
  const wrong = missed.filter((call) => take((made) => made.function === call.function)).length
  const refused = wanted.filter((_, index) => !isDueAt(turn, index))
  for (const call of refused) take((made) => isSame(made, call))
  const mistaken = left.filter(({ isMistaken }) => isMistaken).length
  const extra = left.filter((call) => !call.isMistaken && !turn.allowed.includes(call.function)).length
  return { due: due.length, made: right + wrong, right, mistaken, extra }
}

/** Whether a call that the story refuses in the script was applied in the answer, with these arguments or others. */
export function hasAppliedRefused(
  turn: Pick<ScriptedTurn, 'calls'>,
  reference: Pick<Message, 'parts' | 'receipts'>,
  answer: Pick<Message, 'parts' | 'receipts'>,
): boolean {
  const due = listCalls(reference).filter((_, index) => isDueAt(turn, index))
  const refused = new Set(turn.calls.flatMap((call) => (isDue(call) ? [] : [call.function])))
  return listCalls(answer).some(
    (made) =>
      made.receipt?.result === 'applied' && refused.has(made.function) && !due.some((call) => isSame(made, call)),
  )
}

function isDueAt({ calls }: Pick<ScriptedTurn, 'calls'>, index: number): boolean {
  const call = calls[index]
  return call !== undefined && isDue(call)
}

/** Calls whose text the engine took back or ignored are not among them. */
function listCalls({ parts, receipts }: Pick<Message, 'parts' | 'receipts'>): readonly MadeCall[] {
  return parts.flatMap((part) => {
    if (part.type !== 'tool-call') return []
    const receipt = receipts.find(({ id }) => id === part.receiptId)?.receipt ?? null
    const isMistaken = receipt === null || (part.result !== null && isErrorResult(part.result))
    return [{ function: receipt?.function ?? part.toolName, isMistaken, receipt }]
  })
}

function isSame(made: MadeCall, wanted: MadeCall): boolean {
  const [one, other] = [made.receipt, wanted.receipt]
  if (one === null || other === null || made.function !== wanted.function || one.result !== other.result) return false
  if (isDeepStrictEqual(folded(one.args), folded(other.args))) return true
  return one.result === 'applied' && one.changes.length > 0 && isDeepStrictEqual(effectOf(one), effectOf(other))
}

const effectOf = ({ changes, effects }: Receipt) => [
  changes.map(({ entity, field, after }) => [entity, field, after]),
  effects?.map(({ action, args }) => [action, args]),
]

/** Letter case and an absent optional argument make no difference. */
function folded(args: Json): Json {
  if (typeof args === 'string') return args.trim().toLowerCase()
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return args
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => (value === null ? [] : [[name, folded(value)]])),
  )
}
