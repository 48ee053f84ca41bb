import type { z } from 'zod'

import type { AppServices } from '../../appServices.ts'
import type { TurnAccepted } from '../../schemas/message.ts'
import { toMessageResponse } from '../../schemas/toMessageResponse.ts'
import type { StartedSessionTurn } from '../../turnStarter.ts'

/** What a turn with a player's message needs. */
export type TurnServices = Pick<AppServices, 'db' | 'paths' | 'turns'>

/** Only for a turn with a player's message. */
export function toTurnAccepted({ message, answerId, siblingIds }: StartedSessionTurn): z.infer<typeof TurnAccepted> {
  if (message === null) throw new Error('The turn has no player message.')
  return { message: toMessageResponse(message, siblingIds), answerId }
}
