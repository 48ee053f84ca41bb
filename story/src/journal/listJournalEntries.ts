import type { World } from '../state/world.ts'
import { JOURNAL_KINDS, type JournalEntry, type MessageReceipts } from './journalEntry.ts'
import { listRecords } from './journalRecord.ts'
import { listDeeds } from './listDeeds.ts'
import { listFields } from './listFields.ts'
import { listItems } from './listItems.ts'
import { listPromises } from './listPromises.ts'
import { listReveals } from './listReveals.ts'
import { listTopics } from './listTopics.ts'
import { listNodes } from './placesAndPlots.ts'

/**
 * The facts of the story so far, in the order in which they came about. The gamebook bounds their number and length,
 * however long the path is: each place, plot node, reveal, topic and promise counts once, at its first time; items,
 * fields and checks count as they are in the end. Refusals change nothing, and what they gave as a reason may no longer
 * hold, so they are left out. So is everything that is hidden in `world`, and what the gamebook no longer has.
 * @param world the gamebook at the state after the path
 * @param path from the opening
 */
export function listJournalEntries(world: World, path: readonly MessageReceipts[]): readonly JournalEntry[] {
  const records = listRecords(path)
  return [listPromises, listTopics, listItems, listReveals, listNodes, listDeeds, listFields]
    .flatMap((list) => list(world, records))
    .filter(({ text, isForNarrator, isForPlayer }) => text !== '' && (isForNarrator || isForPlayer))
    .sort((one, other) => one.position - other.position || rankOf(one) - rankOf(other))
    .map(({ position: _, ...entry }) => entry)
}

function rankOf({ kind }: JournalEntry): number {
  return JOURNAL_KINDS.indexOf(kind)
}
