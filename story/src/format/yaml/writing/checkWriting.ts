import type { Path } from '../../diagnostics/path.ts'
import type { Reporter } from '../../diagnostics/sourceLocation.ts'
import type { YamlMap, YamlNode, YamlScalar } from '../yamlNode.ts'
import { checkAnchor, findUsedAnchors } from './checkAnchor.ts'
import { checkComment } from './checkComment.ts'
import { checkFlowList, checkFlowPair } from './checkFlow.ts'
import { checkKeyCharacters, checkKeyDash } from './checkKey.ts'
import { checkLines } from './checkLines.ts'

/** A file whose syntax is right. */
export interface WrittenFile {
  readonly text: string
  readonly reporter: Reporter
}

/** Warns of what is valid YAML and probably means something else than its author wrote. */
export function checkWriting(root: YamlNode, file: WrittenFile): void {
  const usedAnchors = findUsedAnchors(root)
  visit(root, null)

  function visit(node: YamlNode, path: Path): void {
    if (node.kind === 'alias' || isFree(path)) return
    checkAnchor(node, { ...file, path, usedAnchors })
    if (node.kind === 'map') visitPairs(node, path)
    else if (node.kind === 'list') {
      checkFlowList(node, { ...file, path })
      node.items.forEach((item, index) => visitValue(item, null, { parent: path, step: index }))
    }
  }

  function visitPairs(map: YamlMap, parent: Path): void {
    map.pairs.forEach((pair, index) => {
      const { key, value } = pair
      if (key.kind !== 'scalar') return visit(key, parent)
      const path = { parent, step: key.source }
      if (isFree(path)) return
      checkKeyCharacters(key, { ...file, path })
      checkKeyDash(key, { ...file, path })
      checkFlowPair(map, index, { ...file, path })
      if (value !== null) visitValue(value, key, path)
    })
  }

  function visitValue(value: YamlNode, key: YamlScalar | null, path: Path): void {
    if (value.kind === 'scalar') {
      checkComment(value, key, { ...file, path })
      checkLines(value, key, { ...file, path })
    }
    visit(value, path)
  }
}

/** Everything below a key that starts with `x-` belongs to the author. */
function isFree(path: Path): boolean {
  return typeof path?.step === 'string' && path.step.startsWith('x-')
}
