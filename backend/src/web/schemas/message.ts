import { z } from 'zod'

import { DriftFinding } from '../../messages/driftFinding.ts'
import { ModelSnapshot, Usage } from '../../messages/modelSnapshot.ts'
import { Part } from '../../messages/part.ts'
import { ReceiptEntry } from '../../messages/receipt.ts'
import { TurnError } from '../../messages/turnError.ts'
import { isVisible, stripControls } from './visibleText.ts'
import { Id, Timestamp } from './common.ts'

/** A message as clients see it. */
export const MessageResponse = z
  .object({
    id: Id,
    parentId: Id.nullable(),
    role: z.enum(['player', 'narrator']),
    status: z.enum(['streaming', 'done', 'stopped', 'interrupted', 'failed']),
    parts: z.array(Part),
    receipts: z.array(ReceiptEntry),
    error: TurnError.nullable(),
    modelConfigId: Id.nullable(),
    model: ModelSnapshot.nullable(),
    usage: Usage.nullable(),
    finishReason: z.string().nullable(),
    siblingIds: z.array(Id).describe('All messages with the same parent and role, this one included, oldest first'),
    createdAt: Timestamp,
    firstTokenAt: Timestamp.nullable(),
    finishedAt: Timestamp.nullable(),
    driftFindings: z
      .array(DriftFinding)
      .nullable()
      .describe('Passages that differ from the state of the story; null if the text was not checked'),
  })
  .meta({ id: 'Message' })
export type MessageResponse = z.infer<typeof MessageResponse>

export const MessageText = z
  .string()
  .overwrite(stripControls)
  .trim()
  .refine(isVisible, { error: 'Write something first.' })
  .min(1)
  .max(20_000)
const MAX_ARGUMENTS = 20

/** What the player chose, such as the `call` of a suggestion. */
export const MessageCall = z
  .strictObject({
    function: z.string().min(1).max(200),
    args: z
      .record(
        z.string().max(200),
        z.union([z.string().overwrite(stripControls).max(20_000), z.number(), z.boolean(), z.null()]),
      )
      .refine((args) => Object.keys(args).length <= MAX_ARGUMENTS, {
        error: `At most ${MAX_ARGUMENTS} arguments are allowed.`,
      }),
  })
  .meta({ id: 'MessageCall' })
const call = MessageCall.optional().describe('Carried out before anything is sent to the narrator, who narrates it')

export const MessageCreate = z
  .strictObject({
    text: MessageText,
    modelConfigId: Id.optional(),
    call,
    headId: Id.optional().describe(
      'The head that the page shows: if it has moved since, nothing is done (`head-moved`)',
    ),
  })
  .meta({ id: 'MessageCreate', examples: [{ text: 'I go through the door.' }] })
export const MessageEdit = z.strictObject({ text: MessageText, call }).meta({ id: 'MessageEdit' })
export const MessageRetry = z
  .strictObject({
    modelConfigId: Id.optional(),
    withFacts: z
      .boolean()
      .optional()
      .describe('The request also gets the sentences of this answer that are marked, with what is true instead'),
  })
  .meta({ id: 'MessageRetry' })
/** The stored message and the id of the answer in progress. */
export const TurnAccepted = z.object({ message: MessageResponse, answerId: Id }).meta({ id: 'TurnAccepted' })
export const RetryAccepted = z.object({ answerId: Id }).meta({ id: 'RetryAccepted' })
