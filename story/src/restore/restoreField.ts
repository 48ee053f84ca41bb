import { findDeclaration } from '../expressions/entityFields.ts'
import { Computed } from '../expressions/expression.ts'
import type { Entity, FieldDeclaration, Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { findMisfit } from '../state/fitsField.ts'
import { startValueOf } from '../state/writableField.ts'
import { OlderReference } from './savedState.ts'
import type { ReportState } from './stateFinding.ts'

/** Fits a stored value to the current gamebook; undefined if it is dropped. Every change is reported. */
export function restoreField(
  gamebook: Gamebook,
  entity: Entity,
  field: string,
  stored: Json,
  report: ReportState,
): Json | undefined {
  const path = `entities.${entity.id}.${field}`
  const value = toId(stored)
  const fits = traitFields.get(field)?.(gamebook, entity, value)
  if (fits !== undefined) {
    if (fits) return value
    report(
      'state-orphan',
      path,
      `"${entity.id}.${field}" can no longer be ${JSON.stringify(value)}; reset to its start value.`,
    )
    return undefined
  }
  const start = startValueOf(gamebook, entity, field)
  if (start === undefined) {
    report(
      'state-orphan',
      path,
      `The field "${entity.id}.${field}" is no longer in the gamebook; its saved value was dropped.`,
    )
    return undefined
  }
  if (start instanceof Computed) {
    report('state-dynamic', path, `"${entity.id}.${field}" is now computed; the saved value is kept instead.`)
  }
  return restoreValue(gamebook, findDeclaration(gamebook, entity, field) ?? null, value, path, report)
}

type Fits = (gamebook: Gamebook, entity: Entity, value: Json) => boolean | undefined

/** The stored fields of traits. Undefined for an entity without the trait, where the name is an ordinary field. */
const traitFields: ReadonlyMap<string, Fits> = new Map<string, Fits>([
  ['current_node_id', (_, { graph }, value) => graph && typeof value === 'string' && graph.nodeIds.includes(value)],
  ['held_by', (gamebook, { item }, value) => item && (value === null || isContainer(gamebook, value))],
  ['minutes', (_, { clock }, value) => clock && Number.isSafeInteger(value) && Number(value) >= 0],
  ['revealed', (_gamebook, _entity, value) => value === true],
])

function isContainer(gamebook: Gamebook, id: Json): boolean {
  return typeof id === 'string' && gamebook.entities.get(id)?.container !== undefined
}

function restoreValue(
  gamebook: Gamebook,
  declaration: FieldDeclaration | null,
  value: Json,
  path: string,
  report: ReportState,
): Json | undefined {
  if (findMisfit(value, declaration, gamebook) === null) return value
  const converted = declaration === null ? undefined : convert(value, declaration)
  if (converted !== undefined && findMisfit(converted, declaration, gamebook) === null) {
    report('state-type', path, `The saved ${JSON.stringify(value)} was converted to ${JSON.stringify(converted)}.`)
    return converted
  }
  report('state-type', path, `The saved ${JSON.stringify(value)} no longer fits; reset to the start value.`)
  return undefined
}

/** Undefined if the conversion would lose something. Numbers are clamped to their limits. */
function convert(value: Json, { type, min, max }: FieldDeclaration): Json | undefined {
  switch (type) {
    case 'integer':
    case 'number': {
      const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
      return typeof number === 'number' ? Math.min(Math.max(number, min ?? -Infinity), max ?? Infinity) : undefined
    }
    case 'text':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined
    case 'list':
    case 'entities':
      return typeof value === 'string' ? [value] : undefined
    case 'entity':
      return undefined
  }
}

function toId(value: Json): Json {
  const reference = OlderReference.safeParse(value)
  return reference.success ? reference.data.target : value
}
