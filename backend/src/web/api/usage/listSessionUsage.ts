import type { z } from 'zod'

import { listSessionRows, toCursor } from '../../../db/models/sessionList.ts'
import { sumSessionUsage } from '../../../db/models/sessionUsage.ts'
import { addUp } from '../../../usage/addUp.ts'
import type { AppServices } from '../../appServices.ts'
import type { PageQuery } from '../../schemas/common.ts'
import type { SessionUsageList } from '../../schemas/usage.ts'

const PAGE = 20

/** What sessions used, most recently played first. */
export async function listSessionUsage(
  { db }: Pick<AppServices, 'db'>,
  { limit = PAGE, cursor }: z.infer<typeof PageQuery>,
): Promise<SessionUsageList> {
  const rows = await listSessionRows(db, { limit: limit + 1, cursor })
  const page = rows.slice(0, limit)
  const used = await sumSessionUsage(
    db,
    page.map(({ id }) => id),
  )
  const last = page.at(-1)
  return {
    data: page.map(({ id, title, updatedAt }) => ({ sessionId: id, title, updatedAt, ...addUp(used.get(id) ?? []) })),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last) : null,
  }
}
