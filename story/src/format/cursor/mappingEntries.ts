import { isMap, isSeq, type ParsedNode } from 'yaml'
import { cursorAt, elementsOf, type Cursor } from './cursor.ts'
import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { isMergeKey, keyText } from '../yaml/checkKeys.ts'

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
  const { node, file } = cursor
  if (!isMap(node)) return []
  const entries = new Map<string, MappingEntry>()
  const merged = new Set<string>()
  for (const { key, value } of node.items) {
    if (isMergeKey(key)) {
      for (const entry of mergedEntries(cursor, value)) {
        if (entries.has(entry.key)) continue
        entries.set(entry.key, entry)
        merged.add(entry.key)
      }
      continue
    }
    const text = keyText(key, file.aliases)
    if (text === null || (entries.has(text) && !merged.delete(text))) continue
    entries.set(text, entryOf(cursor, text, key, value))
  }
  return [...entries.values()]
}

function entryOf(cursor: Cursor, key: string, keyNode: ParsedNode, value: ParsedNode | null): MappingEntry {
  const path = { parent: cursor.path, step: key }
  const keyLocation = { reporter: cursor.reporter, offset: keyNode.range[0], path }
  return { key, keyLocation, value: cursorAt(cursor.file, value, value?.range[0] ?? keyLocation.offset, path) }
}

function mergedEntries(cursor: Cursor, value: ParsedNode | null): readonly MappingEntry[] {
  const source = cursorAt(cursor.file, value, value?.range[0] ?? cursor.offset, cursor.path)
  const mappings = isSeq(source.node) ? elementsOf(source) : [source]
  return mappings.flatMap((mapping) => {
    if (isMap(mapping.node)) return mappingEntries({ ...mapping, path: cursor.path })
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
