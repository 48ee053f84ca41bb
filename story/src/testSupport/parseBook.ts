import { parse } from 'yaml'

/** A mapping of a gamebook's file. */
type Part = Record<string, unknown>

/** A gamebook as plain values, with the ids of its entities written out. */
export function parseBook(source: string): { readonly top: Part; readonly entities: readonly Part[] } {
  const top = parse(source, { merge: true }) as Part
  const entities = partsIn(top, 'entity_types').flatMap((type) => partsIn(type, 'entities'))
  for (const entity of entities) entity['id'] ??= idOf(entity)
  return { top, entities }
}

function partsIn(part: Part, key: string): readonly Part[] {
  const parts = part[key]
  return Array.isArray(parts) ? (parts as readonly Part[]) : []
}

function idOf({ name }: Part): string {
  return String(name)
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}
