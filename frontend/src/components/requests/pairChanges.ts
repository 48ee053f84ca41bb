import type { RequestBlock } from '../../types/api.ts'

/** The blocks of the request before, each with the new block that took its place, by the position of the new one. */
export interface PairedChanges {
  readonly before: ReadonlyMap<number, RequestBlock>
  /** What nothing took the place of. */
  readonly removed: readonly RequestBlock[]
}

/** Finds which new blocks are changed versions of removed ones. What the two have in common is their job, not their text. */
export function pairChanges(blocks: readonly RequestBlock[], removed: readonly RequestBlock[]): PairedChanges {
  const before = new Map<number, RequestBlock>()
  const rest = removed.filter((old) => {
    const job = jobOf(old)
    if (job === null) return true
    const at = blocks.findIndex((block, index) => block.change === 'new' && !before.has(index) && jobOf(block) === job)
    if (at === -1) return true
    before.set(at, old)
    return false
  })
  return { before, removed: rest }
}

const MOMENT = new Set(['state', 'actions', 'moment', 'reminder'])
const START = new Set(['journal', 'summary', 'opening'])

/** Null for the messages of turns, which are never versions of each other. */
function jobOf({ place, role, name, sections }: RequestBlock): string | null {
  if (place !== 'messages') return `${place} ${role} ${name}`
  if (sections.some(({ reason }) => START.has(reason))) return 'start'
  return sections.some(({ reason }) => MOMENT.has(reason)) ? 'moment' : null
}
