import { z } from 'zod'

import { Usage } from '../../messages/modelSnapshot.ts'
import { PURPOSES } from '../../models/transport/requestLog.ts'
import { KeptRequests } from '../../requests/keptRequests.ts'
import { REASONS } from '../../requests/splitSections.ts'
import { Id, PageQuery, Timestamp } from './common.ts'
import { Cost } from './usage.ts'
import { MessageText } from './message.ts'

export const RequestQuery = PageQuery.extend({
  sessionId: Id.optional().describe('Without it, the requests that belong to no session: tests and model lists'),
  messageId: Id.optional().describe('Only the requests of this answer'),
})

const Summary = {
  id: Id,
  sessionId: Id.nullable(),
  messageId: Id.nullable().describe('The answer that it is part of'),
  purpose: z.enum(PURPOSES),
  step: z.int().describe('The number of the request in its turn, from 1'),
  modelConfigId: Id.nullable(),
  model: z
    .object({ label: z.string(), provider: z.string(), modelName: z.string(), host: z.string() })
    .describe('As it was when the request was sent'),
  startedAt: Timestamp,
  firstTokenMs: z.int().nullable().describe('Until the first output'),
  durationMs: z.int(),
  outcome: z.enum(['done', 'stopped', 'failed']),
  errorCode: z.string().nullable(),
  usage: Usage.nullable().describe('Null if the provider reported nothing'),
  usageNotice: z.string().nullable().describe('What was wrong with the usage that the provider reported'),
  cost: Cost.nullable().describe('Null if its tokens or its prices are not known'),
  bytes: z.int().describe('The length of its body'),
  blockCount: z.int(),
  sharedBlocks: z.int().describe('Leading blocks that are the same in the request before'),
  isTextKept: z.boolean(),
}

/** A request to a provider. */
export const SentRequest = z.object(Summary).meta({ id: 'SentRequest' })
export type SentRequest = z.infer<typeof SentRequest>

export const SentRequestList = z
  .object({ data: z.array(SentRequest), nextCursor: z.string().nullable() })
  .meta({ id: 'SentRequestList' })

const RequestSection = z
  .object({
    reason: z.enum(REASONS).describe('Why it is sent'),
    turn: z.int().optional().describe('The turn of these words; the opening has 0'),
    name: z.string().optional().describe('The function of a call or of its result'),
    text: z.string(),
  })
  .meta({ id: 'RequestSection' })

/** A part of a request: a message, a tool, or the fields around them. */
export const RequestBlock = z
  .object({
    place: z.enum(['parameters', 'tools', 'system', 'messages']),
    role: z.string().nullable().describe("The provider's word"),
    name: z.string().nullable().describe('Of a tool'),
    sections: z.array(RequestSection),
    bytes: z.int(),
    tokens: z.int().describe('Estimated; all of them together are what the provider counted, if it did'),
    cache: z
      .enum(['cached', 'fresh', 'unknown'])
      .describe('`cached`: the provider had read it before; `unknown`: it may have, but doesn’t say'),
    change: z.enum(['same', 'new']).describe('Whether the request before had it'),
    hasSpoilers: z.boolean().describe('It names what the story has not revealed yet'),
  })
  .meta({ id: 'RequestBlock' })
export type RequestBlock = z.infer<typeof RequestBlock>

const Blocks = {
  blocks: z
    .array(RequestBlock)
    .nullable()
    .describe('In the order in which they are sent; null if the text is not kept'),
  comparedWith: Id.nullable().describe('The request before in the same session and for the same purpose'),
  removed: z.array(RequestBlock).describe('Blocks of the request before that this one does not have'),
}

export const SentRequestDetail = z.object({ ...Summary, ...Blocks }).meta({ id: 'SentRequestDetail' })
export type SentRequestDetail = z.infer<typeof SentRequestDetail>

export const NextRequestQuery = z.strictObject({
  text: MessageText.optional().describe('The message that would be sent'),
})

/** Longer texts than an address can hold. */
export const NextRequestBody = z.strictObject({ text: MessageText.describe('The message that would be sent') })

/** The request that the next turn would begin with. Nothing is sent. */
export const NextRequest = z
  .object({
    ...Blocks,
    bytes: z.int(),
    tokens: z.int().describe('Estimated'),
    cost: Cost.nullable().describe('Of the turn, about, if nothing is cached'),
  })
  .meta({ id: 'NextRequest' })
export type NextRequest = z.infer<typeof NextRequest>

export const RequestSearchQuery = z.strictObject({
  sessionId: Id,
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const RequestSearchResult = z
  .object({
    data: z.array(
      z.object({
        requestId: Id.describe('The newest request that has the block'),
        block: z.int().describe('The place of the block in the request, from 0'),
        excerpt: z.string(),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'RequestSearchResult' })
export type RequestSearchResult = z.infer<typeof RequestSearchResult>

export const RequestSettings = z
  .strictObject({ keepTexts: KeptRequests.describe('How long the text of requests is kept. Usage is always kept.') })
  .meta({ id: 'RequestSettings' })

/** The texts of requests that are kept now. */
export const KeptRequestTexts = z
  .object({ requests: z.int(), bytes: z.int().describe('What they take in the database') })
  .meta({ id: 'KeptRequestTexts' })
