import { holds } from '../../expressions/evaluate/evaluate.ts'
import type { FieldOf } from '../../expressions/traitFields.ts'
import { readCondition } from '../../state/readCondition.ts'
import { readEntity } from '../../state/readEntity.ts'
import type { TraitReader } from '../../state/traitReader.ts'

export const graphNodeReaders: Record<FieldOf<'graph_node'>, TraitReader> = {
  edge_ids: (_, { graphNode }) => graphNode?.edges.map((edge) => edge.to),
  edges: (world, { graphNode }) => graphNode?.edges.map((edge) => readEntity(world, edge.to)),
  requires: (world, { id, graphNode }) => graphNode && readCondition(world, id, 'requires', graphNode.requires),
  otherwise: (world, { graphNode }) =>
    graphNode?.otherwise.find((reason) => reason.if === null || holds(reason.if, world))?.text ?? null,
  ending: (_, { graphNode }) => graphNode && graphNode.ending !== null,
}
