import type { PathLength } from '../../db/models/pathSteps.ts'

const MESSAGES = 50
/** With what surrounds the content of its messages, a page of 50 stays below 100 KiB. */
const BYTES_PER_MESSAGE = 1200

/** A page of so many messages; by default, the one that opens a story. */
export function pageSize(messages = MESSAGES): PathLength {
  return { messages, bytes: messages * BYTES_PER_MESSAGE }
}
