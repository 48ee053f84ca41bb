import { report } from '../../diagnostics/reporter.ts'
import type { YamlNode, YamlValue } from '../yamlNode.ts'
import { IN_QUOTES, locationAt, type WrittenPlace } from './writtenPlace.ts'

/** The names that aliases refer to. */
export function findUsedAnchors(root: YamlNode): ReadonlySet<string> {
  const used = new Set<string>()
  const left: YamlNode[] = [root]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.kind === 'alias') used.add(node.name)
    else if (node.kind === 'list') for (const item of node.items) left.push(item)
    else if (node.kind === 'map') {
      for (const { key, value } of node.pairs) {
        left.push(key)
        if (value !== null) left.push(value)
      }
    }
  }
  return used
}

/** Warns of a first word that is left out of a text because it starts with "&" or "!". */
export function checkAnchor(
  node: YamlValue,
  place: WrittenPlace & { readonly usedAnchors: ReadonlySet<string> },
): void {
  const word = leftOut(node, place)
  if (word === null) return
  report(
    locationAt(place, node.start),
    'cut-text',
    `The word "${word}" is left out of this text, because a word that starts with "${word.charAt(0)}" has another meaning.`,
    IN_QUOTES,
  )
}

function leftOut(node: YamlValue, { usedAnchors }: { readonly usedAnchors: ReadonlySet<string> }): string | null {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return null
  if (node.tag === '!' && node.style === 'plain') return '!'
  return node.anchor !== null && !usedAnchors.has(node.anchor) ? `&${node.anchor}` : null
}
