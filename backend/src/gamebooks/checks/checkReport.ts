import {
  type CheckExtent,
  type CheckSummary,
  type Finding,
  type FindingCode,
  findingCodes,
  type GamebookCheck,
} from '@llm-gamebook/story'
import { z } from 'zod'

import { Json } from '../../json.ts'

/** The result of a check that threads exchange and files keep. */
export type CheckReport = Pick<GamebookCheck, 'findings' | 'explored' | 'summary'>

export const Step = z.object({
  function: z.string(),
  args: z.record(z.string(), Json),
  rolls: z.array(z.array(z.int())),
})

export const Reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('limit'), of: z.enum(['states', 'time', 'nodes']), value: z.number() }),
  z.object({ kind: z.literal('memory') }),
  z.object({ kind: z.literal('sampled'), function: z.string(), parameter: z.string() }),
  z.object({ kind: z.literal('unbounded'), variable: z.string() }),
  z.object({ kind: z.literal('wide'), program: z.string() }),
  z.object({ kind: z.literal('trigger-limit'), triggers: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('failing-condition'), trigger: z.string() }),
  z.object({ kind: z.literal('not-replayed') }),
])

const Reasons = z.tuple([Reason], Reason)

const claimStatuses = [
  z.object({ kind: z.literal('proven') }),
  z.object({ kind: z.literal('shown'), calls: z.int() }),
  z.object({ kind: z.literal('not-known'), reasons: Reasons }),
] as const

const ClaimStatus = z.discriminatedUnion('kind', claimStatuses)

const FindingStatus = z.discriminatedUnion('kind', [...claimStatuses, z.object({ kind: z.literal('guess') })])

const Code = z.custom<FindingCode>((value) => typeof value === 'string' && Object.hasOwn(findingCodes, value))

const Failure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('expression-fails'),
    where: z.string(),
    source: z.string(),
    start: z.object({ line: z.int().positive(), column: z.int().positive() }).nullable(),
  }),
  z.object({ kind: z.literal('trigger-loop'), triggers: z.array(z.string()) }),
])

const StoredFinding = z.object({
  code: Code,
  severity: z.enum(['warning', 'note']),
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  path: z.string(),
  message: z.string(),
  hint: z.string(),
  witness: z.array(Step).nullable(),
  isProven: z.boolean(),
  status: FindingStatus,
  failure: Failure.exactOptional(),
}) satisfies z.ZodType<Finding>

const Extent = z.object({
  states: z.int(),
  calls: z.int(),
  isWhole: z.boolean(),
  endings: z.array(
    z.object({
      nodeId: z.string(),
      title: z.string(),
      kind: z.enum(['good', 'bad', 'neutral']),
      steps: z.array(Step).nullable(),
      isShortest: z.boolean(),
      status: ClaimStatus,
    }),
  ),
}) satisfies z.ZodType<CheckExtent>

const Summary = z.object({
  states: z.int(),
  calls: z.int(),
  milliseconds: z.number(),
  questions: z.int(),
  decided: z.int(),
  open: z.array(z.object({ question: z.string(), reasons: Reasons })),
}) satisfies z.ZodType<CheckSummary>

/** A report from a file, which may have been changed. */
export const StoredReport = z.object({
  findings: z.array(StoredFinding),
  explored: Extent.nullable(),
  summary: Summary.nullable(),
}) satisfies z.ZodType<CheckReport>
