import { driftKinds } from '@llm-gamebook/story'
import { z } from 'zod'

import { ARMS } from '../arms/arms.ts'

const count = z.int().nonnegative()
const amount = z.number().nonnegative()

/** What was measured in one turn. Null where a turn has nothing of a kind, or where it is not known. */
export const TurnResult = z.object({
  arm: z.enum(ARMS),
  book: z.string(),
  turn: z.string(),
  /** The code of the error for which the turn was not measured; null for a measured turn. */
  error: z.string().nullable(),
  calls: z.object({
    due: count,
    /** Of the calls that were due. */
    made: count,
    /** Of the calls that were made. */
    right: count,
    /** Further calls that the story doesn't know, or that have impossible arguments. */
    mistaken: count,
    /** Calls that were neither due nor allowed. */
    extra: count,
  }),
  /** Whether nothing was due and the model could have called something. */
  isQuiet: z.boolean(),
  refusalNarrated: z.boolean().nullable(),
  secretKept: z.boolean().nullable(),
  languageKept: z.boolean().nullable(),
  words: count,
  askedWords: count.nullable(),
  /** The kinds of what is not so, one for each passage: what the app marks on the page. */
  drift: z.array(z.enum(driftKinds)),
  firstWordMs: amount.nullable(),
  wordsPerSecond: amount.nullable(),
  requests: count,
  inputTokens: amount.nullable(),
  outputTokens: amount.nullable(),
  cost: amount.nullable(),
  currency: z.string().nullable(),
})
export type TurnResult = z.infer<typeof TurnResult>

export const isMeasured = ({ error }: TurnResult): boolean => error === null
