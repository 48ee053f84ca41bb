import { isAlias, isScalar, Scalar, type Alias, type ParsedNode, type YAMLMap } from 'yaml'
import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import { checkYaml11 } from './checkScalar.ts'

/** Reports keys that are no text, and keys that a mapping has twice. */
export function checkKeys(map: YAMLMap.Parsed, place: SourceLocation, aliases: ReadonlyMap<Alias, ParsedNode>): void {
  const first = new Map<string, SourceLocation>()
  for (const { key } of map.items) {
    if (isMergeKey(key)) continue
    const text = keyText(key, aliases)
    if (text === null) {
      reportBadKey({ ...place, offset: key.range[0] })
      continue
    }
    const keyPlace: SourceLocation = { ...place, offset: key.range[0], path: { parent: place.path, step: text } }
    if (isScalar(key)) checkYaml11(key, keyPlace)
    const earlier = first.get(text)
    if (earlier === undefined) first.set(text, keyPlace)
    else reportDuplicateKey(text, keyPlace, earlier)
  }
}

/** The text of a key, whatever its spelling: a key `1` is the text `1`. Null for what cannot be a key. */
export function keyText(key: ParsedNode, aliases: ReadonlyMap<Alias, ParsedNode>): string | null {
  const node = isAlias(key) ? aliases.get(key) : key
  return isScalar(node) && node.value !== null ? node.source : null
}

/** `<<`, behind which stand mappings whose keys count here too. */
export function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.source === '<<'
}

function reportBadKey(place: SourceLocation): void {
  report(place, 'bad-key', 'A key must be a text.', 'Write one word before the ": ", with "_" for spaces.')
}

function reportDuplicateKey(key: string, place: SourceLocation, first: SourceLocation): void {
  report(place, 'duplicate-key', `The key "${key}" stands here for the second time.`, 'Keep one of the two.', [
    relatedTo(first, `"${key}" stands here for the first time.`),
  ])
}
