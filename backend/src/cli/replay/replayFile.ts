import type { Finding, ReplayClaim, Step as StoryStep } from '@llm-gamebook/story'
import { z } from 'zod'

import { Json, parseJson } from '../../json.ts'
import { isDeeperThan } from '../../jsonDepth.ts'

export const MAX_REPLAY_BYTES = 1024 * 1024
export const MAX_REPLAY_CALLS = 10_000
const MAX_DEPTH = 40
const KIND = 'llm-gamebook-replay'
const VERSION = 1

const Text = z.string().max(2000)
const Call = z.strictObject({
  function: z.string().max(200),
  args: z.record(z.string().max(200), Json),
  rolls: z.array(z.array(z.int().min(1).max(1_000_000)).max(1000)).max(1000),
}) satisfies z.ZodType<StoryStep>

const ExpressionFails = z.strictObject({
  kind: z.literal('expression-fails'),
  where: z.string().max(500),
  source: z.string().max(5000),
  start: z.strictObject({ line: z.int().min(1), column: z.int().min(1) }).nullable(),
})

const TriggerLoop = z.strictObject({
  kind: z.literal('trigger-loop'),
  triggers: z.array(z.string().max(500)).max(10_000),
})

const Claim = z.discriminatedUnion('kind', [
  ExpressionFails,
  TriggerLoop,
  z.strictObject({ kind: z.literal('invariant'), index: z.int().min(0) }),
  z.strictObject({ kind: z.literal('goes-on') }),
  z.strictObject({ kind: z.literal('played') }),
]) satisfies z.ZodType<ReplayClaim>

/** The file of a replay: the calls that show a finding. Documented in docs/checker.md. */
export const ReplayFile = z.strictObject({
  kind: z.literal(KIND),
  version: z.literal(VERSION),
  gamebook: z.strictObject({
    title: Text,
    /** The path of its file, relative to the folder of the replay. */
    file: Text,
    /** SHA-256 of its text. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  finding: z.strictObject({ code: z.string().max(100), message: Text, line: z.int().min(1), column: z.int().min(1) }),
  claim: Claim,
  /** A seed whose dice are those of the calls; null if none was found. */
  seed: z.int().min(0).max(0xffffffff).nullable(),
  calls: z.array(Call).max(MAX_REPLAY_CALLS),
})
export type ReplayFile = z.infer<typeof ReplayFile>

/** Null for a text that is not a replay. */
export function parseReplay(text: string): ReplayFile | null {
  const json = parseJson(text)
  return isDeeperThan(json, MAX_DEPTH) ? null : (ReplayFile.safeParse(json).data ?? null)
}

/** Null for a replay that would be too long to be read. */
export function formatReplay(
  gamebook: ReplayFile['gamebook'],
  { code, message, line, column }: Finding,
  replay: { readonly claim: ReplayClaim; readonly seed: number | null; readonly calls: readonly StoryStep[] },
): string | null {
  const finding = { code, message: message.slice(0, 2000), line, column }
  const text = `${JSON.stringify({ kind: KIND, version: VERSION, gamebook, finding, ...replay }, null, 2)}\n`
  return Buffer.byteLength(text) > MAX_REPLAY_BYTES ? null : text
}
