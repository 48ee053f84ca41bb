import { findDeclaration } from '../../expressions/entityFields.ts'
import type { Value } from '../../expressions/expression.ts'
import type { FieldDeclaration, Gamebook } from '../../gamebook/gamebook.ts'
import type { FieldUses } from './useRecord.ts'

/** A field that a parameter is written to. */
export interface StoredIn {
  readonly entityId: string
  readonly field: string
}

/** The values of a field that its rules tell apart. */
export interface StoredValues {
  readonly values: readonly Value[]
  /** Whether all others are alike: nothing but constants is compared with the field. */
  readonly isComplete: boolean
}

export function listStoredValues(gamebook: Gamebook, uses: FieldUses, { entityId, field }: StoredIn): StoredValues {
  const { texts, bounds, isExact, increases, decreases } = uses.of(`${entityId}.${field}`)
  const entity = gamebook.entities.get(entityId)
  const declaration = entity && findDeclaration(gamebook, entity, field)
  const { values, min, max, type } = declaration ?? CUSTOM
  const limits = [...bounds, min, max].filter((bound) => bound !== null)
  const numbers = limits.flatMap((bound) => [Math.floor(bound) - 1, Math.floor(bound), Math.floor(bound) + 1])
  const isNamed = type === 'entity' || type === 'entities' || type === 'list'
  return {
    values: [...texts, ...numbers, ...(values ?? [])],
    isComplete: !isExact && !increases && !decreases && !isNamed,
  }
}

const CUSTOM: Pick<FieldDeclaration, 'values' | 'min' | 'max' | 'type'> = {
  values: null,
  min: null,
  max: null,
  type: 'text',
}
