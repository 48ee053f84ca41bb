import { limits } from '../diagnostics/limits.ts'
import type { Path, PathStep } from '../diagnostics/path.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Reporter, SourceLocation } from '../diagnostics/sourceLocation.ts'
import { createAliasTable } from './aliasTable.ts'
import { checkKeys } from './checkKeys.ts'
import { checkCharacters, checkScalar, isSound } from './checkScalar.ts'
import { reportTooDeep } from './reportLimits.ts'
import type { YamlAlias, YamlList, YamlMap, YamlNode, YamlScalar, YamlValue } from './yamlNode.ts'

/** How deep a value is, and how many values it holds, aliases followed. */
interface Extent {
  readonly depth: number
  readonly size: number
}

/**
 * Checks what concerns every part of the file alike, whatever it means, in one walk.
 * Returns the nodes of the aliases; null if following them is not safe.
 */
export function inspectTree(root: YamlNode, reporter: Reporter): ReadonlyMap<YamlAlias, YamlValue> | null {
  const aliases = createAliasTable()
  const extents = new Map<YamlValue, Extent>()
  const walk = { safe: true, aliasedValues: 0 }
  visit(root, null, 1)
  return walk.safe ? aliases.resolved : null

  function visit(node: YamlNode, path: Path, level: number): Extent {
    const location: SourceLocation = { reporter, offset: node.start, path }
    if (node.kind === 'alias') return visitAlias(node, location, level)
    aliases.define(node)
    const extent = node.kind === 'scalar' ? SCALAR : visitCollection(node, location, level)
    if (node.kind === 'scalar') checkScalar(node, location)
    if (node.anchor !== null) extents.set(node, extent)
    return extent
  }

  function visitCollection(node: YamlMap | YamlList, location: SourceLocation, level: number): Extent {
    if (level > limits.depth) {
      stop(() => reportTooDeep(location.offset, reporter))
      return SCALAR
    }
    let depth = 0
    let size = 1
    const visitChild = (child: YamlNode, step: PathStep['step']): void => {
      const extent = isUnremarkable(child) ? SCALAR : visit(child, { parent: location.path, step }, level + 1)
      depth = Math.max(depth, extent.depth)
      size += extent.size
    }
    if (node.kind === 'list') node.items.forEach(visitChild)
    else visitPairs(node, location, visitChild)
    return { depth: depth + 1, size }
  }

  function visitPairs(
    map: YamlMap,
    location: SourceLocation,
    visitChild: (child: YamlNode, step: string) => void,
  ): void {
    for (const { key, value } of map.pairs) {
      const step = key.kind === 'scalar' ? key.source : ''
      if (key.kind === 'scalar') visitKey(key, location)
      else visitChild(key, step)
      if (value !== null) visitChild(value, step)
    }
    checkKeys(map, location, aliases.resolved)
  }

  function visitKey(key: YamlScalar, { path }: SourceLocation): void {
    if (isUnremarkable(key)) return
    if (typeof key.value === 'string') checkCharacters(key.value, { reporter, offset: key.start, path })
    aliases.define(key)
    if (key.anchor !== null) extents.set(key, SCALAR)
  }

  function visitAlias(alias: YamlAlias, location: SourceLocation, level: number): Extent {
    if (!walk.safe) return SCALAR
    const node = aliases.use(alias)
    if (node === null) {
      reportUnknownAnchor(alias, location)
      return SCALAR
    }
    const extent = extents.get(node)
    if (extent === undefined || level - 1 + extent.depth > limits.depth) {
      stop(() => reportTooDeep(location.offset, reporter))
      return SCALAR
    }
    walk.aliasedValues += extent.size
    if (aliases.weightOf(alias) > limits.aliasUses || walk.aliasedValues > limits.aliasedValues) {
      stop(() => reportTooManyAliases(location))
    }
    return extent
  }

  function stop(reportReason: () => void): void {
    if (walk.safe) reportReason()
    walk.safe = false
  }
}

const SCALAR: Extent = { depth: 0, size: 1 }

/** A scalar without a finding and without an anchor: most of a file. */
function isUnremarkable(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.anchor === null && isSound(node)
}

function reportUnknownAnchor({ name }: YamlAlias, location: SourceLocation): void {
  report(
    location,
    'yaml-syntax',
    `A text without quotes can't start with "*": "*${name}" refers to a value marked "&${name}", and there is none above.`,
    'Put the whole text in double quotes: "…".',
  )
}

function reportTooManyAliases(location: SourceLocation): void {
  report(
    location,
    'too-many-aliases',
    'The aliases of this file make it too large.',
    'Write the values out, or use anchors less often.',
  )
}
