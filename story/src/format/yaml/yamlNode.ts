/** The syntax tree of a file, as far as a gamebook needs it. Offsets into the file's text start at 0. */
export type YamlNode = YamlAlias | YamlValue
export type YamlValue = YamlScalar | YamlMap | YamlList

interface Placed {
  readonly start: number
  /** Null for a node without an anchor. */
  readonly anchor: string | null
}

export interface YamlScalar extends Placed {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
  readonly value: string | number | boolean | null
  /** The text that `value` is read from, without quotes and with its lines joined. */
  readonly source: string
  readonly end: number
  /** Null for a scalar without a tag. */
  readonly tag: string | null
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block'

export interface YamlMap extends Placed {
  readonly kind: 'map'
  readonly pairs: readonly YamlPair[]
}

export interface YamlPair {
  readonly key: YamlNode
  /** Null if not even a ":" follows the key, as in `{key}`. */
  readonly value: YamlNode | null
}

export interface YamlList extends Placed {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
}

export interface YamlAlias {
  readonly kind: 'alias'
  readonly start: number
  /** The anchor that it names. */
  readonly name: string
}
