import { z } from 'zod'

import { NarrationSettings } from '../../prompt/settings/narrationSettings.ts'
import { parseState } from '../../state/parseState.ts'
import type { EffectRecord, Receipt } from '../../state/receipt.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { isDriftKind, type DriftKind } from '../driftKind.ts'
import type { DriftInput } from '../world/scene.ts'

/** An answer whose drift people have named. An answer without drift has no labels. */
export interface LabeledAnswer {
  readonly id: string
  /** `example/low-water` */
  readonly gamebook: string
  readonly labels: readonly DriftKind[]
  readonly inputFor: (gamebook: Gamebook) => DriftInput
}

const Change = z.object({
  entity: z.string(),
  field: z.string(),
  before: z.json(),
  after: z.json(),
  clamped: z.literal(true).exactOptional(),
})

const Roll = z.object({
  roll: z.string(),
  dice: z.array(z.number()),
  add: z.number(),
  total: z.number(),
  at_least: z.number().exactOptional(),
  success: z.boolean().exactOptional(),
})

const Effect: z.ZodType<EffectRecord> = z.object({
  action: z.string(),
  args: z.json(),
  edge: z.string().exactOptional(),
  roll: Roll.exactOptional(),
  changes: z.array(Change),
  get effects() {
    return z.array(Effect).exactOptional()
  },
})

const Guard = z.object({ guard: z.string(), source: z.json(), holds: z.boolean() })

const StoredReceipt: z.ZodType<Receipt> = z.object({
  action: z.string(),
  by: z.enum(['tool', 'player', 'trigger', 'system']),
  function: z.string().exactOptional(),
  trigger: z.string().exactOptional(),
  args: z.json(),
  edge: z.string().exactOptional(),
  result: z.enum(['applied', 'refused', 'failed']),
  code: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  guards: z.array(Guard),
  roll: Roll.exactOptional(),
  changes: z.array(Change),
  effects: z.array(Effect).exactOptional(),
})

const Line = z.object({
  id: z.string(),
  gamebook: z.string(),
  player: z.string().nullable(),
  text: z.string(),
  labels: z.array(z.string()).min(1),
  stateBefore: z.unknown(),
  stateAfter: z.unknown(),
  receipts: z.array(StoredReceipt),
  offeredAfter: z.array(z.object({ name: z.string(), args: z.record(z.string(), z.unknown()) })),
  known: z.array(z.string()).exactOptional(),
  settings: NarrationSettings.exactOptional(),
})

/** Reads one line of a file of labeled answers. Throws `LabelError` for a line that is none. */
export function readLabeledAnswer(line: string): LabeledAnswer {
  const parsed = Line.safeParse(parseLine(line))
  if (!parsed.success) throw new LabelError(describe(parsed.error))
  const { id, gamebook, labels, stateBefore, stateAfter, offeredAfter, player, text, receipts, known, settings } =
    parsed.data
  const before = stateBefore == null ? null : parseState(stateBefore)
  const after = parseState(stateAfter)
  const optional = { ...(known === undefined ? {} : { known }), ...(settings === undefined ? {} : { settings }) }
  return {
    id,
    gamebook,
    labels: readLabels(labels),
    inputFor: (book) => ({ gamebook: book, before, after, receipts, offered: offeredAfter, text, player, ...optional }),
  }
}

/** What is wrong with a line, in one sentence. */
export class LabelError extends Error {
  override readonly name = 'LabelError'
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new LabelError('The line is not valid JSON.')
  }
}

function readLabels(labels: readonly string[]): readonly DriftKind[] {
  if (labels.includes(CLEAN)) {
    if (labels.length > 1) throw new LabelError('The label "none" excludes all others.')
    return []
  }
  const unknown = labels.find((label) => !isDriftKind(label))
  if (unknown !== undefined) throw new LabelError(`The label "${unknown.slice(0, 60)}" is not known.`)
  return labels.filter(isDriftKind)
}

/** The label of an answer without drift. */
const CLEAN = 'none'

function describe(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? 'The line is not valid.' : `${issue.path.join('.') || 'The line'}: ${issue.message}`
}
