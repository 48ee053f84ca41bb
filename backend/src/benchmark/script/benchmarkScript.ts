import { NARRATION_LIMITS } from '@llm-gamebook/story'
import { z } from 'zod'

import { Json } from '../../json.ts'

const Text = z.string().trim().min(1).max(4000)
const Words = z.array(z.string().trim().min(1).max(100)).min(1).max(50)

/** A call with all arguments that it needs. */
const ScriptedCall = z.strictObject({
  function: z.string().min(1).max(64),
  args: z.record(z.string(), Json).default({}),
  /** The story refuses it. It is not due: a model may read beforehand that it is refused. */
  refused: z.literal(true).exactOptional(),
})
export type ScriptedCall = z.infer<typeof ScriptedCall>

/** One turn: what the player says, what is due, and an answer that is right. */
const ScriptedTurn = z
  .strictObject({
    /** Unique in its script. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Unique in its script: scripted models recognize the turn by it. */
    says: Text,
    /** In the order in which they have to be made. */
    calls: z.array(ScriptedCall).max(8).default([]),
    /** Functions that may be called besides. */
    allowed: z.array(z.string()).default([]),
    /** The beginning of a word of which an answer that gives the reason of the refusal has at least one. */
    mentions: Words.exactOptional(),
    /** The player tries to get something out of the narrator that it must not say. */
    secret: z.literal(true).exactOptional(),
    /** Words that would give the secret away. */
    never: Words.exactOptional(),
    /** The language that the session sets for this turn, by its English name. */
    language: z.string().min(1).max(NARRATION_LIMITS.language).exactOptional(),
    /** The words that the session sets for an answer in this turn. */
    length: z.int().min(NARRATION_LIMITS.length.min).max(NARRATION_LIMITS.length.max).exactOptional(),
    answer: Text,
  })
  .refine(({ calls, mentions }) => (mentions !== undefined) === calls.some(({ refused }) => refused), {
    error: 'A turn has "mentions" if and only if one of its calls is refused.',
  })
  .refine(({ secret, never }) => (secret !== undefined) === (never !== undefined), {
    error: '"secret" and "never" belong together.',
  })
export type ScriptedTurn = z.infer<typeof ScriptedTurn>

/** What a player says in one gamebook, with what is due in each turn. */
export const BenchmarkScript = z
  .strictObject({
    /** The folder of the gamebook, from the folder of the script; by default they share one. */
    gamebook: z.string().default('.'),
    /** The seed of the dice. */
    seed: z.int().nonnegative(),
    opening: Text,
    turns: z.array(ScriptedTurn).min(1).max(100),
  })
  .refine(({ turns }) => new Set(turns.map(({ id }) => id)).size === turns.length, {
    error: 'Each turn has its own id.',
  })
  .refine(({ turns }) => new Set(turns.map(({ says }) => says)).size === turns.length, {
    error: 'Each turn has its own words.',
  })
export type BenchmarkScript = z.infer<typeof BenchmarkScript>

/** Whether a call has to be made. */
export const isDue = ({ refused }: ScriptedCall): boolean => refused === undefined
