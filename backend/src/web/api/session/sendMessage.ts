import type { z } from 'zod'

import type { MessageCreate, TurnAccepted } from '../../schemas/message.ts'
import { getSession } from '../../session/getSession.ts'
import { toTurnAccepted, type TurnServices } from './toTurnAccepted.ts'

export async function sendMessage(
  { db, paths, turns }: TurnServices,
  sessionId: string,
  { text, modelConfigId }: z.infer<typeof MessageCreate>,
): Promise<z.infer<typeof TurnAccepted>> {
  const turn = await turns.start(sessionId, async () => {
    const session = await getSession(db, sessionId)
    const path = await paths.load(sessionId, session.headId)
    return { session, path, text, requestedModelConfigId: modelConfigId }
  })
  return toTurnAccepted(turn)
}
