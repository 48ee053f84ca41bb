import type { Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { elementsOf, type Cursor } from '../format/cursor/cursor.ts'
import { mappingEntries } from '../format/cursor/mappingEntries.ts'
import { formatPath } from '../format/diagnostics/path.ts'
import type { SourceLocation } from '../format/diagnostics/sourceLocation.ts'
import { toJson } from '../format/cursor/toJson.ts'
import { readSource } from '../format/yaml/readSource.ts'
import { readTree } from '../format/cursor/readTree.ts'

/** Where something stands in the file of a gamebook. */
export interface FileLocation {
  readonly line: number
  readonly column: number
  readonly path: string
}

/** Where the parts of a gamebook stand in its file, and what its author noted there for the compiler. */
export interface SourceMap {
  readonly entity: (id: string) => FileLocation
  /** The key of an entity; the entity where it has no such key. */
  readonly key: (entityId: string, key: string) => FileLocation
  readonly function: (name: string) => FileLocation
  readonly trigger: (id: string) => FileLocation
  readonly edge: (from: string, to: string) => FileLocation
  /** The keys of an entity that begin with `x-`, with their values and places. */
  readonly notes: (entityId: string) => ReadonlyMap<string, Note>
}

export interface Note {
  readonly value: Json
  readonly place: FileLocation
}

/** `gamebook` was read from `source` without an error, so its parts stand there in the same order. */
export function mapSource(source: string | Uint8Array, gamebook: Gamebook): SourceMap {
  const text = readSource(source, '')
  const top = readTree(text)
  const map = new MapBuilder()
  if (top !== null) map.readProject(top, gamebook)
  const { positionAt } = text.reporter
  const filePlace = (place: SourceLocation | undefined): FileLocation =>
    place === undefined
      ? { line: 1, column: 1, path: '' }
      : { ...positionAt(place.offset), path: formatPath(place.path) }
  const find = (...names: readonly string[]): FileLocation =>
    filePlace(names.map((name) => map.places.get(name)).find((place) => place !== undefined))
  return {
    entity: (id) => find(`entity ${id}`),
    key: (id, key) => find(`key ${id} ${key}`, `entity ${id}`),
    function: (name) => find(`function ${name}`),
    trigger: (id) => find(`trigger ${id}`),
    edge: (from, to) => find(`edge ${from} ${to}`, `entity ${from}`),
    notes: (id) =>
      new Map(
        [...(map.notes.get(id) ?? [])].map(([key, { value, place }]) => [key, { value, place: filePlace(place) }]),
      ),
  }
}

class MapBuilder {
  readonly places = new Map<string, SourceLocation>()
  readonly notes = new Map<string, Map<string, { value: Json; place: SourceLocation }>>()

  readProject(top: Cursor, { entityTypes }: Gamebook): void {
    elementsOf(valueOf(top, 'entity_types')).forEach((type, index) => {
      const known = entityTypes[index]
      if (known === undefined) return
      this.readTriggers(type, known.id)
      elementsOf(valueOf(type, 'entities')).forEach((entity, place) => {
        const id = known.entities[place]?.id
        if (id !== undefined) this.readEntity(entity, id)
      })
    })
  }

  private readEntity(entity: Cursor, id: string): void {
    const notes = new Map<string, { value: Json; place: SourceLocation }>()
    this.places.set(`entity ${id}`, entity)
    this.notes.set(id, notes)
    for (const { key, keyPlace, value } of mappingEntries(entity)) {
      this.places.set(`key ${id} ${key}`, keyPlace)
      if (key.startsWith('x-')) notes.set(key, { value: toJson(value), place: keyPlace })
      if (key === 'functions') this.readFunctions(value)
      if (key === 'edge_ids' || key === 'edges') this.readEdges(value, id)
    }
    this.readTriggers(entity, id)
  }

  private readFunctions(functions: Cursor): void {
    for (const fn of elementsOf(functions)) {
      const name = textOf(valueOf(fn, 'name'))
      this.places.set(`function ${name === '' ? 'transition' : name}`, fn)
    }
  }

  private readEdges(edges: Cursor, from: string): void {
    for (const edge of elementsOf(edges)) {
      this.places.set(`edge ${from} ${textOf(edge.kind === 'text' ? edge : valueOf(edge, 'to'))}`, edge)
    }
  }

  private readTriggers(owner: Cursor, where: string): void {
    elementsOf(valueOf(owner, 'triggers')).forEach((trigger, index) => {
      const id = textOf(valueOf(trigger, 'id'))
      this.places.set(`trigger ${where}#${id === '' ? index : id}`, trigger)
    })
  }
}

/** Nothing, at the place of the mapping, where the key is absent. */
function valueOf(mapping: Cursor, key: string): Cursor {
  return mappingEntries(mapping).find((entry) => entry.key === key)?.value ?? { ...mapping, kind: 'null', node: null }
}

function textOf(cursor: Cursor): string {
  const value = toJson(cursor)
  return typeof value === 'string' ? value : ''
}
