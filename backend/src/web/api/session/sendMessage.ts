import type { z } from 'zod'

import { HeadMovedError } from '../../../engine/turnConflict.ts'
import type { MessageCreate, TurnAccepted } from '../../schemas/message.ts'
import { toTurnAccepted, type TurnServices } from './toTurnAccepted.ts'

export async function sendMessage(
  { paths, turns }: TurnServices,
  sessionId: string,
  { text, modelConfigId, call, headId: shownHeadId }: z.infer<typeof MessageCreate>,
): Promise<z.infer<typeof TurnAccepted>> {
  const turn = await turns.start(sessionId, async ({ headId }) => {
    if (shownHeadId !== undefined && shownHeadId !== headId) throw new HeadMovedError()
    const path = await paths.load(sessionId, headId)
    return { path, text, call: call ?? null, requestedModelConfigId: modelConfigId }
  })
  return toTurnAccepted(turn)
}
