import { z } from 'zod'

import { Argument } from '../../narrator/narratorInput.ts'

/** A call of a function, by hand. */
export const Call = z.object({ function: z.string(), args: z.record(z.string(), Argument).default({}) })
export type Call = z.infer<typeof Call>

const Expectation = z.object({
  /** `act`: exactly these calls; `info`: an answer without a call; `ask-back`: a question; `nothing`: no call. */
  kind: z.enum(['act', 'info', 'ask-back', 'nothing']),
  calls: z.array(Call).default([]),
  /** Words that the answer has to contain, in any case. */
  mustMention: z.array(z.string()).default([]),
})
export type Expectation = z.infer<typeof Expectation>

/** One line of a file: what a player types in a state of a gamebook, and what should come of it. */
export const Sentence = z.object({
  book: z.string().max(200),
  /** The calls that lead to the state, one turn each. */
  setup: z.array(Call).max(200).default([]),
  say: z.string(),
  expect: Expectation,
  /** Other right outcomes. */
  alternatives: z.array(Expectation).default([]),
})
export type Sentence = z.infer<typeof Sentence>
