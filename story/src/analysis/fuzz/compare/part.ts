import { parse } from 'yaml'
import type { Json } from '../../../json.ts'

/** What the path of a finding names in a file. */
export interface NamedPart {
  readonly entity: string
  /** `functions`, `edges` or another list of an entity or a type; empty for the entity itself. */
  readonly list: string
  /** The name or id in the list, else the position. */
  readonly name: string
}

/** Reads paths such as `entity_types[1].entities[0].functions[2].enabled`. Null for a path that names no entity or type. */
export function createPathReader(source: string): (path: string) => NamedPart | null {
  const book: unknown = parse(source)
  return (path) => {
    const steps = [...path.matchAll(/([a-z_]+)(?:\[(\d+)\])?/g)]
    let owner: unknown = book
    let id = ''
    for (const [, key = '', position] of steps) {
      const item = position === undefined ? undefined : at(at(owner, key), Number(position))
      if (key === 'entity_types' || key === 'entities') {
        owner = item
        id = key === 'entities' || id === '' ? textOf(at(item, 'id') ?? at(item, 'name')) : id
        continue
      }
      const isEntry = position !== undefined
      return { entity: id, list: isEntry ? key : '', name: isEntry ? nameOf(item, position) : '' }
    }
    return id === '' ? null : { entity: id, list: '', name: '' }
  }
}

function nameOf(item: unknown, position: string): string {
  if (typeof item === 'string') return item
  return textOf(at(item, 'name') ?? at(item, 'id') ?? at(item, 'to') ?? position)
}

function at(value: unknown, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, key)
  return isJson(found) ? found : undefined
}

function isJson(value: unknown): value is Json {
  return value !== undefined
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
