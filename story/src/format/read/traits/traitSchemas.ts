import type { TraitName } from '../../../gamebook/gamebook.ts'
import type { TraitSchema } from './traitSchema.ts'
import { clockSchema } from './clockSchema.ts'
import { containerSchema } from './containerSchema.ts'
import { describedSchema } from './describedSchema.ts'
import { graphSchema } from './graphSchema.ts'
import { graphNodeSchema } from './graphNodeSchema.ts'
import { itemSchema } from './itemSchema.ts'
import { speakerSchema } from './speakerSchema.ts'

/** How each trait is written in the file. */
export const traitSchemas: Readonly<Record<TraitName, TraitSchema>> = {
  described: describedSchema,
  graph: graphSchema,
  graph_node: graphNodeSchema,
  clock: clockSchema,
  item: itemSchema,
  container: containerSchema,
  speaker: speakerSchema,
}
