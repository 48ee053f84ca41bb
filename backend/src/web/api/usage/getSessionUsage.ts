import { listAllRequests } from '../../../db/models/requestQueries.ts'
import { listMemories } from '../../../db/models/messageMemories.ts'
import { toUsageDay } from '../../../db/models/usageDays.ts'
import type { StoredRequest } from '../../../requests/storedRequest.ts'
import { addUp } from '../../../usage/addUp.ts'
import type { AppServices } from '../../appServices.ts'
import type { SessionUsage } from '../../schemas/usage.ts'
import { getSession } from '../../session/getSession.ts'

/** What the requests of a session used, answer by answer. */
export async function getSessionUsage({ db }: Pick<AppServices, 'db'>, sessionId: string): Promise<SessionUsage> {
  await getSession(db, sessionId)
  const requests = await listAllRequests(db, sessionId)
  const memories = await listMemories(db, sessionId)
  const byAnswer = Map.groupBy(requests, ({ messageId }) => messageId)
  const others = byAnswer.get(null) ?? []
  byAnswer.delete(null)
  let keptFrom: string | null = null
  const answers = [...byAnswer].map(([messageId, own]): SessionUsage['answers'][number] => {
    const keepFrom = memories.get(messageId ?? '') ?? keptFrom
    const isCut = keepFrom !== keptFrom
    keptFrom = keepFrom
    return { ...toAnswer(messageId ?? '', own), cut: isCut ? CUT : null }
  })
  return {
    total: addUp(requests.map(toUsageDay)),
    answers,
    others: [...Map.groupBy(others, ({ purpose }) => purpose)].map(([purpose, own]) => ({
      purpose,
      ...addUp(own.map(toUsageDay)),
    })),
  }
}

const CUT = 'Older turns were left out here, so the provider had to read the rest of the history again.'

function toAnswer(messageId: string, own: readonly StoredRequest[]): Omit<SessionUsage['answers'][number], 'cut'> {
  const { costs } = addUp(own.map(toUsageDay))
  const input = sumOf(own.map(({ usage }) => usage?.inputTokens))
  const cached = sumOf(own.map(({ usage }) => usage?.cachedInputTokens))
  return {
    messageId,
    modelConfigId: own.at(-1)?.modelConfigId ?? null,
    startedAt: own[0]?.startedAt ?? '',
    requests: own.length,
    freshTokens: input === null ? null : input - (cached ?? 0),
    cachedTokens: cached,
    outputTokens: sumOf(own.map(({ usage }) => usage?.outputTokens)),
    cost: costs,
    notices: [...new Set(own.flatMap(({ usageNotice }) => usageNotice ?? []))],
  }
}

/** Null if none of them is known. */
function sumOf(counts: readonly (number | null | undefined)[]): number | null {
  const known = counts.filter((count) => count != null)
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0)
}
