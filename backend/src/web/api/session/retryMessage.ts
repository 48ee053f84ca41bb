import type { z } from 'zod'

import { listCorrections } from '../../../engine/drift/listCorrections.ts'
import type { MessageRetry, RetryAccepted } from '../../schemas/message.ts'
import type { SessionMessageParams } from '../../schemas/session.ts'
import { getMessage } from './getMessage.ts'
import type { TurnServices } from './toTurnAccepted.ts'

/** Starts another answer beside an answer, or a further answer to a player's message. */
export async function retryMessage(
  { db, paths, turns }: TurnServices,
  { id, messageId }: z.infer<typeof SessionMessageParams>,
  { modelConfigId: requestedModelConfigId, withFacts = false }: z.infer<typeof MessageRetry>,
): Promise<z.infer<typeof RetryAccepted>> {
  const { answerId } = await turns.start(id, async () => {
    const message = await getMessage(db, id, messageId)
    const { role, parentId } = message
    const path = await paths.load(id, role === 'player' ? messageId : parentId)
    return { path, text: null, requestedModelConfigId, corrections: withFacts ? listCorrections(message) : [] }
  })
  return { answerId }
}
