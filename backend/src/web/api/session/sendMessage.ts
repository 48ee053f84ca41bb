import type { z } from 'zod'

import type { MessageCreate, TurnAccepted } from '../../schemas/message.ts'
import { toTurnAccepted, type TurnServices } from './toTurnAccepted.ts'

export async function sendMessage(
  { paths, turns }: TurnServices,
  sessionId: string,
  { text, modelConfigId }: z.infer<typeof MessageCreate>,
): Promise<z.infer<typeof TurnAccepted>> {
  const turn = await turns.start(sessionId, async ({ headId }) => {
    const path = await paths.load(sessionId, headId)
    return { path, text, requestedModelConfigId: modelConfigId }
  })
  return toTurnAccepted(turn)
}
