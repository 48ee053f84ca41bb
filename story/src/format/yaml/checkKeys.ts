import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import { checkYaml11, isYaml11 } from './checkScalar.ts'
import type { YamlAlias, YamlMap, YamlNode, YamlValue } from './yamlNode.ts'

/** Reports keys that are not texts, and repeated keys. */
export function checkKeys(map: YamlMap, location: SourceLocation, aliases: ReadonlyMap<YamlAlias, YamlValue>): void {
  const first = new Map<string, YamlNode>()
  const locate = (key: YamlNode, text: string): SourceLocation => ({
    ...location,
    offset: key.start,
    path: { parent: location.path, step: text },
  })
  for (const { key } of map.pairs) {
    if (isMergeKey(key)) continue
    const text = keyText(key, aliases)
    if (text === null) {
      reportBadKey({ ...location, offset: key.start }, key)
      continue
    }
    if (key.kind === 'scalar' && isYaml11(key)) checkYaml11(key, locate(key, text))
    const earlier = first.get(text)
    if (earlier === undefined) first.set(text, key)
    else reportDuplicateKey(text, locate(key, text), locate(earlier, text), earlier === map.pairs[0]?.key)
  }
}

/** The text of a key, whatever its spelling: a key `1` is the text `1`. Null for what cannot be a key. */
export function keyText(key: YamlNode, aliases: ReadonlyMap<YamlAlias, YamlValue>): string | null {
  const node = key.kind === 'alias' ? aliases.get(key) : key
  return node?.kind === 'scalar' && node.value !== null ? node.source : null
}

/** `<<`, which merges the keys of other mappings into this one. */
export function isMergeKey(key: YamlNode): boolean {
  return key.kind === 'scalar' && key.style === 'plain' && key.source === '<<'
}

function reportBadKey(location: SourceLocation, { kind }: YamlNode): void {
  const hint =
    kind === 'map'
      ? 'If this is a text that starts with "{{", put it in double quotes: "{{ … }}".'
      : 'Write one word before the ": ", with "_" for spaces.'
  report(location, 'bad-key', 'A key must be text.', hint)
}

function reportDuplicateKey(key: string, location: SourceLocation, first: SourceLocation, isFirstKey: boolean): void {
  const isInList = typeof location.path?.parent?.step === 'number'
  const hint =
    isFirstKey && isInList
      ? `If a new element of the list starts here, type "- " before it: "- ${key}: …". If not, remove one of the two.`
      : 'Remove one of the two.'
  report(location, 'duplicate-key', `The key "${key}" is repeated here.`, hint, [
    relatedTo(first, `"${key}" is first used here.`),
  ])
}
