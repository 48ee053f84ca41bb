import { findHandling, movesGraph } from '../actions/findAction.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { GamebookFunction } from '../gamebook/gamebook.ts'
import { hasRevealedOwner } from '../play/hasRevealedOwner.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import type { World } from '../state/world.ts'
import type { PlacedEntry } from './journalEntry.ts'
import { entryAt, textIn, type JournalRecord } from './journalRecord.ts'

/**
 * What was done, once for each function: a check with how it ended, anything else that other entries don't cover. A
 * function has no name for players, so its tool's name stands for it, in plain letters.
 */
export function listDeeds(world: World, records: readonly JournalRecord[]): readonly PlacedEntry[] {
  const deeds = new Map<GamebookFunction, Deed>()
  for (const record of records) {
    const fn = record.function === null ? undefined : indexOf(world.gamebook).functions.get(record.function)
    if (fn === undefined || !hasRevealedOwner(world, fn)) continue
    const success = record.roll?.success
    if (success === undefined && hasOtherEntry(world, record)) continue
    const before = deeds.get(fn)
    deeds.set(fn, {
      last: success === undefined ? (before?.last ?? record) : record,
      hasFailed: before?.hasFailed === true || success === false,
      success: success ?? before?.success ?? null,
    })
  }
  return [...deeds].map(([{ name }, deed]) => toEntry(name.replace(/_+/g, ' ').trim(), deed))
}

interface Deed {
  /** The record of the last check, else of the first time. */
  readonly last: JournalRecord
  readonly hasFailed: boolean
  /** How the last check ended; null without one. */
  readonly success: boolean | null
}

function toEntry(name: string, { last, hasFailed, success }: Deed): PlacedEntry {
  const rest = { isForNarrator: true, isForPlayer: true }
  if (success === null) return entryAt(last, 'deed', { group: 'Done', text: name, ...rest })
  const outcome = success ? (hasFailed ? 'failed, then succeeded' : 'succeeded') : 'failed'
  return entryAt(last, 'check', { group: 'Tried', text: `${name} (${outcome})`, ...rest })
}

/** Walking, handling of items, and questions. */
function hasOtherEntry(world: World, { action, args }: JournalRecord): boolean {
  if (action === 'talk/ask' || findHandling(action) !== null) return true
  const graphId = textIn(args, 'entity_id')
  return movesGraph(action) && placeGraphs(world.gamebook).some(({ id }) => id === graphId)
}
