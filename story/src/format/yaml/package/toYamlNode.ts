import { isAlias, isMap, isScalar, Scalar, type ParsedNode } from 'yaml'
import type { ScalarStyle, YamlNode, YamlScalar } from '../yamlNode.ts'

/** What a gamebook needs of a node of the package. */
export function toYamlNode(node: ParsedNode): YamlNode {
  const [start] = node.range
  if (isAlias(node)) return { kind: 'alias', start, name: node.source }
  if (isScalar(node)) return toYamlScalar(node)
  const anchor = node.anchor ?? null
  if (!isMap(node)) return { kind: 'list', start, anchor, items: node.items.map(toYamlNode) }
  const pairs = node.items.map(({ key, value }) => ({ key: toYamlNode(key), value: value && toYamlNode(value) }))
  return { kind: 'map', start, anchor, pairs }
}

function toYamlScalar({ anchor, range: [start, end], source, tag, type, value }: Scalar.Parsed): YamlScalar {
  return {
    kind: 'scalar',
    style: styleOf(type),
    value: valueOf(value, source),
    source,
    start,
    end,
    anchor: anchor ?? null,
    tag: tag ?? null,
  }
}

function styleOf(type: Scalar['type']): ScalarStyle {
  switch (type) {
    case Scalar.QUOTE_SINGLE:
      return 'single-quoted'
    case Scalar.QUOTE_DOUBLE:
      return 'double-quoted'
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL:
      return 'block'
    default:
      return 'plain'
  }
}

/** The key `<<` has a value of its own, a symbol. */
function valueOf(value: unknown, source: string): YamlScalar['value'] {
  return value === null || typeof value === 'boolean' || typeof value === 'number' ? value : source
}
