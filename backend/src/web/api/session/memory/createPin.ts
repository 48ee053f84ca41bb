import type { z } from 'zod'

import { listPathIds } from '../../../../db/models/copyPath.ts'
import { findMessage } from '../../../../db/models/messageQueries.ts'
import { insertPin, listPins } from '../../../../db/models/pins.ts'
import { textOf } from '../../../../messages/part.ts'
import { PIN_LIMITS, type Pin } from '../../../../sessions/pin.ts'
import type { AppServices } from '../../../appServices.ts'
import type { PinCreate, PinResponse } from '../../../schemas/memory.ts'
import { getSession } from '../../../session/getSession.ts'
import { PinLimitError, PinNotInMessageError } from '../../../session/sessionErrors.ts'

/** Pins words of a message of the story. Words that are pinned already stay as they are. */
export async function createPin(
  { db, clock, engine }: Pick<AppServices, 'db' | 'clock' | 'engine'>,
  sessionId: string,
  { messageId, text }: z.infer<typeof PinCreate>,
): Promise<PinResponse> {
  const { headId } = await getSession(db, sessionId)
  await engine.saveUnsaved(sessionId)
  const path = new Set(headId === null ? [] : await listPathIds(db, sessionId, headId))
  const message = path.has(messageId) ? await findMessage(db, sessionId, messageId) : undefined
  if (message === undefined || !lettersOf(textOf(message)).includes(lettersOf(text))) throw new PinNotInMessageError()
  const pins = await listPins(db, sessionId)
  const known = pins.find((pin) => pin.messageId === messageId && pin.text === text)
  if (known !== undefined) return toPinResponse(known, path)
  const isFull =
    pins.length >= PIN_LIMITS.stored || pins.filter((pin) => path.has(pin.messageId)).length >= PIN_LIMITS.pins
  if (isFull) throw new PinLimitError(PIN_LIMITS.pins)
  const pin: Pin = { id: clock.newId(), sessionId, messageId, text, createdAt: clock.now() }
  await insertPin(db, pin)
  return toPinResponse(pin, path)
}

export function toPinResponse({ sessionId: _, ...pin }: Pin, path: ReadonlySet<string>): PinResponse {
  return { ...pin, isSent: path.has(pin.messageId) }
}

/** Only letters and digits, since a page shows no marks of emphasis and breaks lines where it likes. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
