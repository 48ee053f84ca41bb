import { cursorAt, elementsOf, type Cursor } from './cursor.ts'
import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { isMergeKey, keyText } from '../yaml/checkKeys.ts'
import type { YamlNode } from '../yaml/yamlNode.ts'

export interface MappingEntry {
  readonly key: string
  readonly keyLocation: SourceLocation
  readonly value: Cursor
}

/**
 * The entries of a mapping, each key once: the first of two, its own before those that `<<` brings.
 * Empty for any other value.
 */
export function mappingEntries(cursor: Cursor): readonly MappingEntry[] {
  return [...entriesByKey(cursor).values()]
}

export function entriesByKey(cursor: Cursor): Map<string, MappingEntry> {
  const { node, file } = cursor
  const entries = new Map<string, MappingEntry>()
  if (node?.kind !== 'map') return entries
  const merged = new Set<string>()
  for (const { key, value } of node.pairs) {
    if (isMergeKey(key)) {
      for (const entry of mergedEntries(cursor, value)) {
        if (entries.has(entry.key)) continue
        entries.set(entry.key, entry)
        merged.add(entry.key)
      }
      continue
    }
    const text = file.respelled.get(key.start) ?? keyText(key, file.aliases)
    if (text === null || (entries.has(text) && !merged.delete(text))) continue
    entries.set(text, entryOf(cursor, text, key, value))
  }
  return entries
}

function entryOf(cursor: Cursor, key: string, keyNode: YamlNode, value: YamlNode | null): MappingEntry {
  const path = { parent: cursor.path, step: key }
  const keyLocation = { reporter: cursor.reporter, offset: keyNode.start, path }
  return { key, keyLocation, value: cursorAt(cursor.file, value, value?.start ?? keyLocation.offset, path) }
}

function mergedEntries(cursor: Cursor, value: YamlNode | null): readonly MappingEntry[] {
  const source = cursorAt(cursor.file, value, value?.start ?? cursor.offset, cursor.path)
  const mappings = source.kind === 'list' ? elementsOf(source) : [source]
  return mappings.flatMap((mapping) => {
    if (mapping.kind === 'mapping') return mappingEntries({ ...mapping, path: cursor.path })
    if (mapping.kind !== 'unreadable') reportMerge(mapping)
    return []
  })
}

function reportMerge(location: SourceLocation): void {
  report(
    location,
    'wrong-type',
    'There must be a mapping after "<<".',
    'Write the alias of a mapping, or a list of them.',
  )
}
