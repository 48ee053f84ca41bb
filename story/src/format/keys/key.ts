import type { Json } from '../../json.ts'
import type { Shape } from './shapes.ts'

/** A key of the file: the reader takes its name from here, the JSON Schema its shape, its default and its text. */
export interface Key {
  readonly shape: Shape
  /** One sentence for editors. */
  readonly text: string
  /** What counts if the key is absent, if that is a fixed value. */
  readonly default?: Json
  readonly isRequired?: boolean
  /** Absent for the keys of the first version; a declared field of a gamebook may have the name of a newer one. */
  readonly since?: 2
}

export type Keys = Readonly<Record<string, Key>>

export function namesOf<Name extends string>(keys: Readonly<Record<Name, unknown>>): readonly Name[]
export function namesOf(keys: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(keys)
}
