import { isAlias, isCollection, isPair, type Alias, type ParsedNode } from 'yaml'

/** Resolves the aliases of a file during one walk in the order of the file. */
export interface AliasTable {
  /** Must be called before the contents of the node are visited. */
  readonly define: (node: ParsedNode) => void
  /** Null for an alias without an anchor before it. */
  readonly use: (alias: Alias) => ParsedNode | null
  /** How heavy the use of the alias weighs: more than 100 is an attack. */
  readonly weightOf: (alias: Alias) => number
  readonly resolved: ReadonlyMap<Alias, ParsedNode>
}

interface Anchor {
  readonly node: ParsedNode
  uses: number
  /** The heaviest alias inside the node, at the time of the first use. */
  weight: number
}

/**
 * Counts alias uses as `toJS` of the `yaml` package does, without building the values:
 * the uses of an anchor times the heaviest use inside it.
 */
export function createAliasTable(): AliasTable {
  const byName = new Map<string, Anchor>()
  const anchors = new Map<Alias, Anchor>()
  const resolved = new Map<Alias, ParsedNode>()

  function define(node: ParsedNode): void {
    if (!isAlias(node) && node.anchor !== undefined) byName.set(node.anchor, { node, uses: 0, weight: 0 })
  }

  function use(alias: Alias): ParsedNode | null {
    const anchor = byName.get(alias.source)
    if (anchor === undefined) return null
    anchors.set(alias, anchor)
    resolved.set(alias, anchor.node)
    anchor.uses += 1
    if (anchor.weight === 0) anchor.weight = heaviestIn(anchor.node)
    return anchor.node
  }

  function weightOf(alias: Alias): number {
    const anchor = anchors.get(alias)
    return anchor === undefined ? 0 : anchor.uses * anchor.weight
  }

  function heaviestIn(node: unknown): number {
    if (isAlias(node)) return weightOf(node)
    if (isPair(node)) return Math.max(heaviestIn(node.key), heaviestIn(node.value))
    if (!isCollection(node)) return 1
    let heaviest = 0
    for (const item of node.items) heaviest = Math.max(heaviest, heaviestIn(item))
    return heaviest
  }

  return { define, use, weightOf, resolved }
}
