import { Buffer } from 'node:buffer'

import { listUsageDays } from '../../../db/models/usageDays.ts'
import { previewRequest } from '../../../engine/request/previewRequest.ts'
import { findStartState } from '../../../engine/startState.ts'
import { GamebookNotFoundError } from '../../../gamebooks/gamebookErrors.ts'
import type { Narrator } from '../../../models/narrator.ts'
import { DEFAULT_FACTOR } from '../../../engine/memory/tokenFactor.ts'
import { costOf } from '../../../models/prices/costOf.ts'
import { addUp } from '../../../usage/addUp.ts'
import type { AppServices } from '../../appServices.ts'
import type { Cost, UsageEstimate } from '../../schemas/usage.ts'

/** Of a model that has not answered yet. */
export const USUAL_ANSWER = 250

/** What the first turn of a gamebook will use with a model, about. Sends nothing to it. */
export async function estimateUsage(
  services: Pick<AppServices, 'db' | 'playedGamebooks' | 'turns'>,
  gamebookId: string,
  modelConfigId: string,
): Promise<UsageEstimate> {
  const { db, playedGamebooks, turns } = services
  const narrator = await turns.findNarrator({ chosenId: null, requestedId: modelConfigId })
  const played = await playedGamebooks.find(gamebookId, null)
  if (played === undefined) throw new GamebookNotFoundError(gamebookId)
  const { gamebook, version: gamebookVersion } = played
  const turn = { sessionId: NOWHERE, gamebook, gamebookVersion, path: [], text: null, narrator }
  const sent = await previewRequest(turn, findStartState(turn, 0).state)
  if (sent === null) return { inputTokens: 0, outputTokens: 0, cost: null }
  const inputTokens = Math.round(Buffer.byteLength(sent.body) * DEFAULT_FACTOR)
  const { requests, uncounted, outputTokens: written } = addUp(await listUsageDays(db, { modelConfigId }))
  const counted = requests - uncounted
  const outputTokens = counted > 0 && written > 0 ? Math.round(written / counted) : USUAL_ANSWER
  return { inputTokens, outputTokens, cost: estimateCost(narrator, inputTokens, outputTokens) }
}

const NOWHERE = 'estimate'

/** Nothing is cached yet. */
export function estimateCost(
  { findPrices }: Pick<Narrator, 'findPrices'>,
  inputTokens: number,
  outputTokens: number,
): Cost | null {
  const known = findPrices?.() ?? null
  if (known === null) return null
  const usage = { inputTokens, outputTokens }
  const amount = costOf(usage, known.prices)
  return amount === null ? null : { amount, currency: known.prices.currency, source: known.source }
}
