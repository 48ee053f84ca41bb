import { evaluate } from '../../expressions/evaluate/evaluate.ts'
import type { Text, Value } from '../../expressions/expression.ts'
import { renderText } from '../../expressions/evaluate/renderText.ts'
import type { FieldOf } from '../../expressions/traitFields.ts'
import { deeper } from '../../state/nestedReads.ts'
import { readCondition } from '../../state/readCondition.ts'
import type { TraitReader } from '../../state/traitReader.ts'
import type { World } from '../../state/world.ts'

export const describedReaders: Record<FieldOf<'described'>, TraitReader> = {
  name: (world, { id, described }) => described && readText(world, id, 'name', described.name),
  description: (world, { id, described }) => described && readText(world, id, 'description', described.description),
  enabled: (world, { id, described }) => described && readCondition(world, id, 'enabled', described.enabled),
}

/** A computed text keeps the type of its value, so conditions can compare it. Only rendering turns it into a text. */
function readText(world: World, entityId: string, field: string, text: Text): Value {
  if (text.kind === 'constant') return text.text
  const inside = deeper(world, entityId, field)
  return text.kind === 'computed' ? evaluate(text.expression, inside) : renderText(text, inside)
}
