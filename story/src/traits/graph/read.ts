import type { FieldOf } from '../../expressions/traitFields.ts'
import { readEntity } from '../../state/readEntity.ts'
import type { TraitReader } from '../../state/traitReader.ts'
import { currentNodeId } from './currentNode.ts'

export const graphReaders: Record<FieldOf<'graph'>, TraitReader> = {
  node_ids: (_, { graph }) => graph?.nodeIds,
  nodes: (world, { graph }) => graph?.nodeIds.map((id) => readEntity(world, id)),
  current_node_id: (world, entity) => entity.graph && currentNodeId(world, entity),
  current_node: (world, entity) => entity.graph && readEntity(world, currentNodeId(world, entity)),
}
