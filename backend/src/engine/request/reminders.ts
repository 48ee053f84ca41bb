import type { Receipt } from '@llm-gamebook/story'

import type { TurnRequest } from '../turn.ts'

/** What the engine repeats at the end of a request: what the last answer may have passed over, and the free acts. */
export function listReminders({ path, gamebook }: Pick<TurnRequest, 'path' | 'gamebook'>): readonly string[] {
  const last = path.findLast(({ role }) => role === 'narrator')
  const receipts = last?.receipts.map(({ receipt }) => receipt) ?? []
  const refused = receipts.findLast(({ result }) => result === 'refused')
  return [
    ...(refused?.reason === undefined ? [] : [`Refused in the last turn: ${refused.reason}`]),
    ...(receipts.some(hasFailed) ? [CHECK_FAILED] : []),
    ...(gamebook.improvisation.kind === 'none' ? [] : [FREE]),
  ]
}

const hasFailed = ({ result, roll }: Receipt): boolean => result === 'applied' && roll?.success === false

const CHECK_FAILED = 'The check of the last turn failed: what the player tried did not succeed.'
const FREE = 'What no function covers may be tried: it costs nothing and changes nothing that the engine keeps.'
