import type { Text } from '../../expressions/expression.ts'
import type { KnownEntity } from './scope.ts'

/** `Move <name or id> along one of its exits.` for a function that moves a graph, else the function's name without underscores. */
export function defaultDescription(functionName: string, graph: KnownEntity | null): Text {
  if (graph === null) return { kind: 'constant', text: functionName.replaceAll('_', ' ') }
  const { id, entity } = graph
  const name: Text = entity.parts.described?.name ?? { kind: 'constant', text: id.value }
  switch (name.kind) {
    case 'constant':
      return { kind: 'constant', text: `${BEFORE}${name.text}${AFTER}` }
    case 'template':
      return { kind: 'template', parts: [BEFORE, ...name.parts, AFTER] }
    case 'computed':
      return { kind: 'template', parts: [BEFORE, name.expression, AFTER] }
  }
}

const BEFORE = 'Move '
const AFTER = ' along one of its exits.'
