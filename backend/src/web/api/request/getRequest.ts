import { listPins } from '../../../db/models/pins.ts'
import { loadRequestTexts } from '../../../db/models/requestBlocks.ts'
import { findRequest, findRequestBefore } from '../../../db/models/requestQueries.ts'
import type { StoredRequest } from '../../../requests/storedRequest.ts'
import type { AppServices } from '../../appServices.ts'
import { RequestNotFoundError, RequestTextGoneError } from '../../problems/requestErrors.ts'
import type { SentRequestDetail } from '../../schemas/request.ts'
import { findHiddenNames, findTurnNumber } from './sessionStory.ts'
import { toRequestBlocks } from './toRequestBlocks.ts'
import { toSentRequest } from './toSentRequest.ts'

export type RequestServices = Pick<AppServices, 'db' | 'paths' | 'playedGamebooks'>

export async function getRequest(services: RequestServices, id: string): Promise<SentRequestDetail> {
  const { db } = services
  const request = await findRequest(db, id)
  if (request === undefined) throw new RequestNotFoundError()
  const texts = await loadTexts(services, request)
  if (texts === null) return { ...toSentRequest(request), blocks: null, comparedWith: null, removed: [] }
  const { sessionId, messageId, purpose, usage } = request
  const beforeId = sessionId === null ? null : await findRequestBefore(db, sessionId, purpose, id)
  const before = beforeId === null ? undefined : await findRequest(db, beforeId)
  const { blocks, removed } = toRequestBlocks({
    texts,
    before: (before && (await loadTexts(services, before))) ?? [],
    usage,
    turn: await findTurnNumber(services, sessionId, messageId),
    pins: sessionId === null ? [] : (await listPins(db, sessionId)).map(({ text }) => text),
    hiddenNames: sessionId === null ? [] : await findHiddenNames(services, sessionId),
  })
  return { ...toSentRequest(request), blocks, comparedWith: beforeId, removed }
}

/** The body of a request as it was sent, with masked secrets. */
export async function getRequestBody(services: Pick<AppServices, 'db'>, id: string): Promise<string> {
  const request = await findRequest(services.db, id)
  if (request === undefined) throw new RequestNotFoundError()
  const texts = await loadTexts(services, request)
  if (texts === null) throw new RequestTextGoneError()
  return texts.join('')
}

/** The blocks of a request; null if they are not kept. */
export const loadTexts = async (
  { db }: Pick<AppServices, 'db'>,
  { id, rest }: Pick<StoredRequest, 'id' | 'rest'>,
): Promise<readonly string[] | null> => (rest === null ? null : loadRequestTexts(db, id))
