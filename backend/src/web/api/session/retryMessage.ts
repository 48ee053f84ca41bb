import type { z } from 'zod'

import type { RetryAccepted } from '../../schemas/message.ts'
import type { SessionMessageParams } from '../../schemas/session.ts'
import { getMessage } from './getMessage.ts'
import type { TurnServices } from './toTurnAccepted.ts'

/** Starts another answer beside an answer, or a further answer to a player's message. */
export async function retryMessage(
  { db, paths, turns }: TurnServices,
  { id, messageId }: z.infer<typeof SessionMessageParams>,
  requestedModelConfigId: string | undefined,
): Promise<z.infer<typeof RetryAccepted>> {
  const { answerId } = await turns.start(id, async () => {
    const { role, parentId } = await getMessage(db, id, messageId)
    const path = await paths.load(id, role === 'player' ? messageId : parentId)
    return { path, text: null, requestedModelConfigId }
  })
  return { answerId }
}
