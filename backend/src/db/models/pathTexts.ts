import { z } from 'zod'

import type { Database } from '../tables.ts'
import { type PathLength, type PathStep, walkUp } from './pathSteps.ts'

/** The visible text of a message. */
export interface PathText extends PathStep {
  readonly text: string
}

const SLICE: PathLength = { messages: 100, bytes: 256 * 1024 }

/** The texts on the path to a message, from that message upward, in slices. A damaged message has none. */
export async function* listPathTexts(
  db: Database,
  sessionId: string,
  lastId: string | null,
): AsyncGenerator<readonly PathText[]> {
  for await (const steps of walkUp(db, sessionId, lastId, SLICE)) {
    const ids = steps.map(({ id }) => id)
    const rows = await db.selectFrom('message').select(['id', 'parts']).where('id', 'in', ids).execute()
    const parts = new Map(rows.map((row) => [row.id, row.parts]))
    yield steps.map((step) => ({ ...step, text: visibleTextOf(parts.get(step.id) ?? '') }))
  }
}

const VisibleParts = z
  .string()
  .transform((stored): unknown => JSON.parse(stored))
  .pipe(z.array(z.object({ type: z.string(), text: z.string().optional(), withdrawn: z.string().optional() })))

/** Like `textOf`, for parts of which only the text is needed. */
function visibleTextOf(stored: string): string {
  try {
    return VisibleParts.parse(stored)
      .map(({ type, text, withdrawn }) => (type === 'text' && withdrawn === undefined ? text : ''))
      .join('')
  } catch {
    return ''
  }
}
