import type { PathLength } from '../../db/models/pathSteps.ts'

const MESSAGES = 50
/** Keeps a page of 50 messages below 100 KiB, including everything around their content. */
const BYTES_PER_MESSAGE = 1200

/** A page of this many messages; by default, as many as a story opens with. */
export function pageSize(messages = MESSAGES): PathLength {
  return { messages, bytes: messages * BYTES_PER_MESSAGE }
}
