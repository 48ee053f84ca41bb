import type { YamlAlias, YamlNode, YamlValue } from './yamlNode.ts'

/** Resolves the aliases of a file during one walk in the order of the file. */
export interface AliasTable {
  /** Must be called before the contents of the node are visited. */
  readonly define: (node: YamlValue) => void
  /** Null for an alias without an anchor before it. */
  readonly use: (alias: YamlAlias) => YamlValue | null
  /** How heavy the use of the alias weighs: more than 100 is an attack. */
  readonly weightOf: (alias: YamlAlias) => number
  readonly resolved: ReadonlyMap<YamlAlias, YamlValue>
}

interface Anchor {
  readonly node: YamlValue
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
  const anchors = new Map<YamlAlias, Anchor>()
  const resolved = new Map<YamlAlias, YamlValue>()

  function define(node: YamlValue): void {
    if (node.anchor !== null) byName.set(node.anchor, { node, uses: 0, weight: 0 })
  }

  function use(alias: YamlAlias): YamlValue | null {
    const anchor = byName.get(alias.name)
    if (anchor === undefined) return null
    anchors.set(alias, anchor)
    resolved.set(alias, anchor.node)
    anchor.uses += 1
    if (anchor.weight === 0) anchor.weight = heaviestIn(anchor.node)
    return anchor.node
  }

  function weightOf(alias: YamlAlias): number {
    const anchor = anchors.get(alias)
    return anchor === undefined ? 0 : anchor.uses * anchor.weight
  }

  function heaviestIn(node: YamlNode | null): number {
    switch (node?.kind) {
      case 'alias':
        return weightOf(node)
      case 'map':
        return node.pairs.reduce((most, { key, value }) => Math.max(most, heaviestIn(key), heaviestIn(value)), 0)
      case 'list':
        return node.items.reduce((most, item) => Math.max(most, heaviestIn(item)), 0)
      default:
        return 1
    }
  }

  return { define, use, weightOf, resolved }
}
