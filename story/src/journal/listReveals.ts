import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { isInPrompt } from '../traits/inPrompt.ts'
import { isRevealedAndEnabled } from '../traits/visibility.ts'
import type { PlacedEntry } from './journalEntry.ts'
import { entryAt, type JournalRecord } from './journalRecord.ts'

/** The secrets that came to light, once each. */
export function listReveals(world: World, records: readonly JournalRecord[]): readonly PlacedEntry[] {
  const entries = new Map<string, PlacedEntry>()
  for (const record of records) {
    for (const { entity: id, field, after } of record.changes) {
      const entity = field === 'revealed' && after === true ? world.gamebook.entities.get(id) : undefined
      if (entity?.described === undefined || !entity.secret || entries.has(id)) continue
      if (!isRevealedAndEnabled(world, entity)) continue
      const isForNarrator = isInPrompt(world.gamebook, entity)
      const text = renderName(world, entity)
      entries.set(id, entryAt(record, 'reveal', { group: 'Came to light', text, isForNarrator, isForPlayer: true }))
    }
  }
  return [...entries.values()]
}
