import { z } from 'zod'

import { Id } from './common.ts'
import { isVisible, stripControls } from './visibleText.ts'

export const SearchQuery = z.strictObject({
  q: z.string().overwrite(stripControls).trim().refine(isVisible, { error: 'Type something to find.' }).min(1).max(200),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const SearchHit = z
  .object({
    messageId: Id,
    role: z.enum(['player', 'narrator']),
    excerpt: z.string().describe('The text around the first match in the message'),
    position: z.int().describe('Position of the message in the story, starting at 1'),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

export const SearchResult = z
  .object({ data: z.array(SearchHit), more: z.boolean().describe('Whether earlier messages may match as well') })
  .meta({ id: 'SearchResult' })
export type SearchResult = z.infer<typeof SearchResult>
