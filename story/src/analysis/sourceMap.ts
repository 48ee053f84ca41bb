import type { Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { elementsOf, type Cursor } from '../format/cursor/cursor.ts'
import { mappingEntries } from '../format/cursor/mappingEntries.ts'
import { formatPath } from '../format/diagnostics/path.ts'
import type { SourceLocation } from '../format/diagnostics/sourceLocation.ts'
import { toJson } from '../format/cursor/toJson.ts'
import { readSource } from '../format/yaml/readSource.ts'
import { readTree } from '../format/cursor/readTree.ts'

/** A location in the file of a gamebook. */
export interface FileLocation {
  readonly line: number
  readonly column: number
  readonly path: string
}

/** The locations of a gamebook's parts in its file, and the author's notes for the checker. */
export interface SourceMap {
  /** The title, for what belongs to the gamebook as a whole. */
  readonly start: FileLocation
  /** The key of an entity type, or the type if it has no such key. */
  readonly type: (id: string, key: string) => FileLocation
  readonly entity: (id: string) => FileLocation
  /** The key of an entity, or the entity if it has no such key. */
  readonly key: (entityId: string, key: string) => FileLocation
  /** A function; what calls for it if it is built in. */
  readonly function: (name: string) => FileLocation
  readonly trigger: (id: string) => FileLocation
  /** By the ids of its node and its own. */
  readonly edge: (from: string, id: string) => FileLocation
  readonly topic: (speakerId: string, topicId: string) => FileLocation
  /** A section of the author's prompt. */
  readonly prompt: (section: string) => FileLocation
  /** An invariant or a goal by its position in its list. */
  readonly rule: (kind: 'invariant' | 'goal', index: number) => FileLocation
  /** The keys of an entity that begin with `x-`, with their values and locations. */
  readonly notes: (entityId: string) => ReadonlyMap<string, Note>
}

export interface Note {
  readonly value: Json
  readonly location: FileLocation
}

/** Maps the parts of a gamebook to its source. They have the same order because the source was read without errors. */
export function mapSource(source: string | Uint8Array, gamebook: Gamebook): SourceMap {
  const text = readSource(source, '')
  const top = readTree(text)
  const map = new MapBuilder()
  if (top !== null) map.readProject(top, gamebook)
  const { positionAt } = text.reporter
  const toFileLocation = (location: SourceLocation): FileLocation => ({
    ...positionAt(location.offset),
    path: formatPath(location.path),
  })
  const find = (...names: readonly string[]): FileLocation => {
    const known = [...names, 'top title'].flatMap((name) => map.locations.get(name) ?? [])[0]
    return known === undefined ? { line: 1, column: 1, path: '' } : toFileLocation(known)
  }
  return {
    start: find(),
    type: (id, key) => find(`type ${id} ${key}`, `type ${id}`),
    entity: (id) => find(`entity ${id}`),
    key: (id, key) => find(`key ${id} ${key}`, `entity ${id}`),
    function: (name) => find(`function ${name}`, `built-in ${name}`),
    trigger: (id) => find(`trigger ${id}`),
    edge: (from, id) => find(`edge ${from} ${id}`, `entity ${from}`),
    topic: (speaker, id) => find(`topic ${speaker} ${id}`, `entity ${speaker}`),
    prompt: (section) => find(`prompt ${section}`),
    rule: (kind, index) => find(`${kind} ${index}`),
    notes: (id) =>
      new Map(
        [...(map.notes.get(id) ?? [])].map(([key, { value, location }]) => [
          key,
          { value, location: toFileLocation(location) },
        ]),
      ),
  }
}

class MapBuilder {
  readonly locations = new Map<string, SourceLocation>()
  readonly notes = new Map<string, Map<string, { value: Json; location: SourceLocation }>>()

  readProject(top: Cursor, { entityTypes }: Gamebook): void {
    for (const { key, keyLocation } of mappingEntries(top)) {
      this.locations.set(`top ${key}`, keyLocation)
      if (key === 'improvisation') this.locations.set('built-in nudge', keyLocation)
    }
    for (const kind of ['invariant', 'goal']) {
      elementsOf(valueOf(top, `${kind}s`)).forEach((rule, index) => this.locations.set(`${kind} ${index}`, rule))
    }
    for (const { key, keyLocation } of mappingEntries(valueOf(top, 'prompt')))
      this.locations.set(`prompt ${key}`, keyLocation)
    elementsOf(valueOf(top, 'entity_types')).forEach((type, index) => {
      const known = entityTypes[index]
      if (known === undefined) return
      this.locations.set(`type ${known.id}`, type)
      for (const { key, keyLocation } of mappingEntries(type)) {
        this.locations.set(`type ${known.id} ${key}`, keyLocation)
      }
      this.readTriggers(type, known.id)
      elementsOf(valueOf(type, 'entities')).forEach((entity, entityIndex) => {
        const id = known.entities[entityIndex]?.id
        if (id !== undefined) this.readEntity(entity, id)
      })
    })
  }

  private readEntity(entity: Cursor, id: string): void {
    const notes = new Map<string, { value: Json; location: SourceLocation }>()
    this.locations.set(`entity ${id}`, entity)
    this.notes.set(id, notes)
    for (const { key, keyLocation, value } of mappingEntries(entity)) {
      this.locations.set(`key ${id} ${key}`, keyLocation)
      if (key.startsWith('x-')) notes.set(key, { value: toJson(value), location: keyLocation })
      if (key === 'functions') this.readFunctions(value)
      if (key === 'edge_ids' || key === 'edges') this.readEdges(value, id)
      if (key === 'topics') {
        this.readTopics(value, id)
        if (!this.locations.has('built-in ask')) this.locations.set('built-in ask', keyLocation)
      }
    }
    this.readTriggers(entity, id)
  }

  private readFunctions(functions: Cursor): void {
    for (const fn of elementsOf(functions)) {
      const name = textOf(valueOf(fn, 'name'))
      this.locations.set(`function ${name === '' ? 'transition' : name}`, fn)
    }
  }

  private readEdges(edges: Cursor, from: string): void {
    for (const edge of elementsOf(edges)) {
      const id = textOf(valueOf(edge, 'id'))
      const own = id === '' ? textOf(edge.kind === 'text' ? edge : valueOf(edge, 'to')) : id
      this.locations.set(`edge ${from} ${own}`, edge)
    }
  }

  private readTopics(topics: Cursor, speaker: string): void {
    for (const topic of elementsOf(topics))
      this.locations.set(`topic ${speaker} ${textOf(valueOf(topic, 'id'))}`, topic)
  }

  private readTriggers(owner: Cursor, where: string): void {
    elementsOf(valueOf(owner, 'triggers')).forEach((trigger, index) => {
      const id = textOf(valueOf(trigger, 'id'))
      this.locations.set(`trigger ${where}#${id === '' ? index : id}`, trigger)
    })
  }
}

/** The value of a key. If the key is absent, null at the location of the mapping. */
function valueOf(mapping: Cursor, key: string): Cursor {
  return mappingEntries(mapping).find((entry) => entry.key === key)?.value ?? { ...mapping, kind: 'null', node: null }
}

function textOf(cursor: Cursor): string {
  const value = toJson(cursor)
  return typeof value === 'string' ? value : ''
}
