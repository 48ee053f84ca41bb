import type { TraitName } from '../gamebook.ts'
import type { TraitSchema } from '../reading/traitSchema.ts'
import { clockSchema } from './clock/schema.ts'
import { containerSchema } from './container/schema.ts'
import { describedSchema } from './described/schema.ts'
import { graphSchema } from './graph/schema.ts'
import { graphNodeSchema } from './graphNode/schema.ts'
import { itemSchema } from './item/schema.ts'

/** How each trait is written in the file. */
export const traitSchemas: Readonly<Record<TraitName, TraitSchema>> = {
  described: describedSchema,
  graph: graphSchema,
  graph_node: graphNodeSchema,
  clock: clockSchema,
  item: itemSchema,
  container: containerSchema,
}
