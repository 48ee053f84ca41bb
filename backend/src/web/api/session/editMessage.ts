import type { z } from 'zod'

import type { MessageEdit, TurnAccepted } from '../../schemas/message.ts'
import type { SessionMessageParams } from '../../schemas/session.ts'
import { getMessage } from './getMessage.ts'
import { toTurnAccepted, type TurnServices } from './toTurnAccepted.ts'

/** Starts a turn with a new message beside the edited one. */
export async function editMessage(
  { db, paths, turns }: TurnServices,
  { id, messageId }: z.infer<typeof SessionMessageParams>,
  { text, call }: z.infer<typeof MessageEdit>,
): Promise<z.infer<typeof TurnAccepted>> {
  const turn = await turns.start(id, async () => {
    const { parentId } = await getMessage(db, id, messageId, 'player')
    return { path: await paths.load(id, parentId), text, call: call ?? null }
  })
  return toTurnAccepted(turn)
}
