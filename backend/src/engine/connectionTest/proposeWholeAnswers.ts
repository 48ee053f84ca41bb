import type { TurnError } from '../../messages/turnError.ts'
import type { Proposal } from '../../models/connectionTest/proposal.ts'
import { readProbeGamebook } from './probeGamebook.ts'
import { type ModelTest, play } from './testModel.ts'

/** The errors that a server may give only to requests for a stream. */
const OF_STREAMS: readonly string[] = [
  'bad-response',
  'interrupted',
  'not-streaming',
  'request-rejected',
  'empty-answer',
  'provider-error',
]

/** Tries whether a model whose stream is unreadable can answer without one. */
export async function proposeWholeAnswers(error: TurnError, test: ModelTest): Promise<readonly Proposal[]> {
  const { draft } = test
  if (!OF_STREAMS.includes(error.code) || draft.recipe.inOnePiece) return []
  const whole = { ...draft, recipe: { ...draft.recipe, inOnePiece: true } }
  const turn = { gamebook: readProbeGamebook('opening'), path: [], text: null }
  const result = await play({ ...test, draft: whole }, turn).then(
    (played) => played.result,
    () => null,
  )
  return result !== null && result.error === undefined ? [{ inOnePiece: true }] : []
}
