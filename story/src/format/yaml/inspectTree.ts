import { isAlias, isMap, isScalar, type Alias, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { limits } from '../diagnostics/limits.ts'
import type { Path } from '../diagnostics/path.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Reporter, SourceLocation } from '../diagnostics/sourceLocation.ts'
import { createAliasTable } from './aliasTable.ts'
import { checkKeys } from './checkKeys.ts'
import { checkCharacters, checkScalar } from './checkScalar.ts'
import { reportTooDeep } from './parseYaml.ts'

/** How deep a value is, and how many values it holds, aliases followed. */
interface Extent {
  readonly depth: number
  readonly size: number
}

/**
 * Checks what concerns every part of the file alike, whatever it means, in one walk.
 * Returns the nodes of the aliases; null if following them is not safe.
 */
export function inspectTree(root: ParsedNode, reporter: Reporter): ReadonlyMap<Alias, ParsedNode> | null {
  const aliases = createAliasTable()
  const extents = new Map<ParsedNode, Extent>()
  const walk = { safe: true, aliasedValues: 0 }
  visit(root, null, 1)
  return walk.safe ? aliases.resolved : null

  function visit(node: ParsedNode, path: Path, level: number): Extent {
    const location: SourceLocation = { reporter, offset: node.range[0], path }
    if (isAlias(node)) return visitAlias(node, location, level)
    aliases.define(node)
    const extent = isScalar(node) ? SCALAR : visitCollection(node, location, level)
    if (isScalar(node)) checkScalar(node, location)
    if (node.anchor !== undefined) extents.set(node, extent)
    return extent
  }

  function visitCollection(node: YAMLMap.Parsed | YAMLSeq.Parsed, location: SourceLocation, level: number): Extent {
    if (level > limits.depth) {
      stop(() => reportTooDeep(location.offset, reporter))
      return SCALAR
    }
    let depth = 0
    let size = 1
    for (const [child, step] of isMap(node) ? valuesOf(node, location) : node.items.map(withIndex)) {
      const extent = visit(child, { parent: location.path, step }, level + 1)
      depth = Math.max(depth, extent.depth)
      size += extent.size
    }
    return { depth: depth + 1, size }
  }

  function* valuesOf(map: YAMLMap.Parsed, location: SourceLocation): Iterable<[ParsedNode, string]> {
    for (const { key, value } of map.items) {
      const step = isScalar(key) ? key.source : ''
      if (isScalar(key)) visitKey(key, location)
      else yield [key, step]
      if (value !== null) yield [value, step]
    }
    checkKeys(map, location, aliases.resolved)
  }

  function visitKey(key: Scalar.Parsed, { path }: SourceLocation): void {
    if (typeof key.value === 'string') checkCharacters(key.value, { reporter, offset: key.range[0], path })
    aliases.define(key)
    if (key.anchor !== undefined) extents.set(key, SCALAR)
  }

  function visitAlias(alias: Alias, location: SourceLocation, level: number): Extent {
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

function withIndex(node: ParsedNode, index: number): [ParsedNode, number] {
  return [node, index]
}

function reportUnknownAnchor(alias: Alias, location: SourceLocation): void {
  report(
    location,
    'yaml-syntax',
    `The alias "*${alias.source}" has no anchor before it.`,
    `Mark a value above it with "&${alias.source}", or put the text in quotes.`,
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
