/** A sentence of a message that the narrator is always sent while the message is part of the story. */
export interface Pin {
  readonly id: string
  readonly sessionId: string
  readonly messageId: string
  readonly text: string
  readonly createdAt: string
}

/** `pins` on one path, `stored` on all paths of a session. */
export const PIN_LIMITS = { pins: 20, stored: 500, characters: 300 } as const
export const MAX_NOTE = 2000
