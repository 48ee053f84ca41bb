import { tooDeep } from '../expressions/expressionMessages.ts'
import { fail } from '../expressions/evaluate/fail.ts'
import type { NestedReads, World } from './world.ts'

const MAX_DEPTH = 32
const MAX_READS = 1000

/** The world for an expression that another expression reads as a field. Throws beyond the limits. */
export function deeper(world: World, entityId: string, field: string): World {
  const depth = (world.nested?.depth ?? 0) + 1
  const total = world.nested?.total ?? { count: 0 }
  total.count += 1
  if (depth <= MAX_DEPTH && total.count <= MAX_READS) return nestedIn(world, { depth, total })
  return fail({ source: `${entityId}.${field}` }, 0, 'depth', tooDeep(entityId, field))
}

/** A field can't read the parameters of the function that reads it. */
function nestedIn({ locals: _, ...world }: World, nested: NestedReads): World {
  return { ...world, nested }
}
