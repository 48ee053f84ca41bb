import { PROMISE } from '../gamebook/actionName.ts'
import { effectsOfEntity, effectsOfFunction, flattenEffects } from '../gamebook/flattenEffects.ts'
import type { Gamebook, PlotPromise } from '../gamebook/gamebook.ts'
import { isTrueOrReport } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import type { PlacedEntry } from './journalEntry.ts'
import { entryAt, textIn, type JournalRecord } from './journalRecord.ts'

/** What the story has announced, once each, and whether it is still open. */
export function listPromises(world: World, records: readonly JournalRecord[]): readonly PlacedEntry[] {
  const entries = new Map<string, PlacedEntry>()
  for (const record of records.filter(({ action }) => action === PROMISE)) {
    const promise = promisesOf(world.gamebook).get(textIn(record.args, 'id') ?? '')
    if (promise === undefined || entries.has(promise.id)) continue
    const isKept = isTrueOrReport(world, promise.kept, `${promise.id}.kept`, () => {})
    const group = isKept ? 'Announced, and settled since' : 'Announced, and still open'
    const rest = { isForNarrator: true, isForPlayer: true }
    entries.set(promise.id, entryAt(record, 'promise', { group, text: promise.text, ...rest }))
  }
  return [...entries.values()]
}

const promises = new WeakMap<Gamebook, ReadonlyMap<string, PlotPromise>>()

function promisesOf(gamebook: Gamebook): ReadonlyMap<string, PlotPromise> {
  const known = promises.get(gamebook)
  if (known !== undefined) return known
  const effects = [
    ...gamebook.functions.flatMap(effectsOfFunction),
    ...[...gamebook.entities.values()].flatMap(effectsOfEntity),
    ...gamebook.triggers.flatMap((trigger) => trigger.effects),
  ]
  const found = new Map(
    flattenEffects(effects).flatMap((effect) =>
      effect.kind === 'promise' ? [[effect.promise.id, effect.promise] as const] : [],
    ),
  )
  promises.set(gamebook, found)
  return found
}
