import { findDeclaration } from '../expressions/entityFields.ts'
import type { Entity, FieldDeclaration } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { withFallback } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { formatFieldValue, toValue } from '../traits/formatFieldValue.ts'
import { isInPrompt } from '../traits/inPrompt.ts'
import { isRevealedAndEnabled } from '../traits/visibility.ts'
import type { PlacedEntry } from './journalEntry.ts'
import { entryAt, type JournalRecord } from './journalRecord.ts'

/** The fields that differ from the beginning: `Nerve of Ada: 3 → 1`, without the steps between. */
export function listFields(world: World, records: readonly JournalRecord[]): readonly PlacedEntry[] {
  return [...traceFields(world, records).values()].flatMap((trace) => {
    const { entity, field, declaration, first, now, last } = trace
    if (JSON.stringify(first) === JSON.stringify(now)) return []
    const isForNarrator = declaration.tell && isInPrompt(world.gamebook, entity)
    const isForPlayer = declaration.label !== null && (declaration.show !== 'hidden' || isForNarrator)
    const [before, after] = [first, now].map((value) => formatValue(world, declaration, value))
    const label = declaration.label ?? field.replace(/_+/g, ' ')
    const text = `${label}${ownerOf(world, entity)}: ${before} → ${after}`
    return isForNarrator || isForPlayer
      ? [entryAt(last, 'field', { group: 'Changed', text, isForNarrator, isForPlayer })]
      : []
  })
}

interface FieldTrace {
  readonly entity: Entity
  readonly field: string
  readonly declaration: FieldDeclaration
  readonly first: Json
  readonly now: Json
  /** The record of its last change. */
  readonly last: JournalRecord
}

function traceFields(world: World, records: readonly JournalRecord[]): ReadonlyMap<string, FieldTrace> {
  const traces = new Map<string, FieldTrace>()
  for (const record of records) {
    for (const { entity: id, field, before, after } of record.changes) {
      const entity = world.gamebook.entities.get(id)
      const declaration = entity && findDeclaration(world.gamebook, entity, field)
      if (entity === undefined || declaration === undefined || !isRevealedAndEnabled(world, entity)) continue
      const key = JSON.stringify([id, field])
      const first = traces.get(key)?.first ?? before
      traces.set(key, { entity, field, declaration, first, now: after, last: record })
    }
  }
  return traces
}

/** An entity without a name has only an id. */
function ownerOf(world: World, entity: Entity): string {
  return entity.described === undefined ? '' : ` of ${renderName(world, entity)}`
}

function formatValue(world: World, declaration: FieldDeclaration, value: Json): string {
  const format = (): string => formatFieldValue(world, declaration, toValue(value))
  const text = withFallback(format, '', '', () => {})
  return text === '' ? 'none' : text
}
