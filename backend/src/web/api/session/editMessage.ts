import type { z } from 'zod'

import type { AppServices } from '../../appServices.ts'
import type { MessageEdit, TurnAccepted } from '../../schemas/message.ts'
import type { SessionMessageParams } from '../../schemas/session.ts'
import { getMessage } from './getMessage.ts'
import { getSession } from '../../session/getSession.ts'
import { toTurnAccepted } from './toTurnAccepted.ts'

/** Starts a turn with a new message beside the edited one. */
export async function editMessage(
  { db, paths, turns }: AppServices,
  { id, messageId }: z.infer<typeof SessionMessageParams>,
  { text }: z.infer<typeof MessageEdit>,
): Promise<z.infer<typeof TurnAccepted>> {
  const turn = await turns.start(id, async () => {
    const session = await getSession(db, id)
    const { parentId } = await getMessage(db, id, messageId, 'player')
    return { session, path: await paths.load(id, parentId), words: text }
  })
  return toTurnAccepted(turn)
}
