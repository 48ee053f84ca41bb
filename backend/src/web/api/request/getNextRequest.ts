import { Buffer } from 'node:buffer'

import { findSessionContext } from '../../../db/models/sessionContext.ts'
import { findStartAnswers } from '../../../db/models/startAnswers.ts'
import { findRequest, findRequestBefore } from '../../../db/models/requestQueries.ts'
import { previewRequest } from '../../../engine/request/previewRequest.ts'
import { findStartState } from '../../../engine/startState.ts'
import { GamebookNotFoundError } from '../../../gamebooks/gamebookErrors.ts'
import { cutBody } from '../../../requests/cutBody.ts'
import type { AppServices } from '../../appServices.ts'
import type { NextRequest } from '../../schemas/request.ts'
import { getSession } from '../../session/getSession.ts'
import { estimateCost, USUAL_ANSWER } from '../usage/estimateUsage.ts'
import { loadTexts, type RequestServices } from './getRequest.ts'
import { findHiddenNames } from './sessionStory.ts'
import { toRequestBlocks } from './toRequestBlocks.ts'

/** What would be sent with the next message. Nothing is sent or stored. */
export async function getNextRequest(services: Services, sessionId: string, text: string): Promise<NextRequest> {
  const { db } = services
  const { sent, narrator, context, path } = await preview(services, sessionId, text)
  if (sent === null) return NOTHING
  const beforeId = await findRequestBefore(db, sessionId, 'turn', null)
  const before = beforeId === null ? undefined : await findRequest(db, beforeId)
  const { blocks, removed, tokens } = toRequestBlocks({
    texts: cutBody(sent.body).map(sent.mask),
    before: (before && (await loadTexts(services, before))) ?? [],
    usage: null,
    turn: Math.floor((path.length + 1) / 2),
    pins: context.pins.map((pin) => pin.text),
    hiddenNames: await findHiddenNames(services, sessionId),
  })
  return {
    blocks,
    removed,
    comparedWith: beforeId,
    bytes: Buffer.byteLength(sent.body),
    tokens,
    cost: estimateCost(narrator, tokens, USUAL_ANSWER),
  }
}

/** The whole body, with masked secrets. Empty for a narrator that sends nothing. */
export async function getNextRequestBody(services: Services, sessionId: string, text: string): Promise<string> {
  const { sent } = await preview(services, sessionId, text)
  return sent === null ? '' : cutBody(sent.body).map(sent.mask).join('')
}

type Services = RequestServices & Pick<AppServices, 'turns' | 'requests'>

async function preview({ db, paths, playedGamebooks, turns, requests }: Services, sessionId: string, text: string) {
  const session = await getSession(db, sessionId)
  const [narrator, context, loaded, startAnswers] = await Promise.all([
    turns.findNarrator({ chosenId: session.modelConfigId }),
    findSessionContext(db, sessionId),
    paths.load(sessionId, session.headId),
    findStartAnswers(db, sessionId),
  ])
  const path = loaded.filter(({ status }) => status !== 'streaming')
  const played = await playedGamebooks.find(session.gamebookId, path.at(-1)?.gamebookVersion ?? null)
  if (played === undefined) throw new GamebookNotFoundError(session.gamebookId)
  const { gamebook, version: gamebookVersion } = played
  const isOpening = path.length === 0
  const turn = {
    ...{ sessionId, gamebook, gamebookVersion, path, narrator, context, startAnswers },
    text: isOpening ? null : text,
  }
  return {
    sent: await previewRequest(turn, findStartState(turn, 0).state, await requests.limitsAnswers()),
    narrator,
    context,
    path,
  }
}

/** The built-in narrator sends no requests. */
const NOTHING: NextRequest = { blocks: [], removed: [], comparedWith: null, bytes: 0, tokens: 0, cost: null }
