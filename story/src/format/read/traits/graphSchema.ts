import { listOf, located, nullable, text } from '../../cursor/readers.ts'
import { stateText } from '../../cursor/stateText.ts'
import type { TraitSchema } from './traitSchema.ts'

export const graphSchema: TraitSchema = {
  name: 'graph',
  readOptions: (options) => {
    const nodeTypeId = options.required('node_type_id', located(text))
    return nodeTypeId === undefined ? {} : { nodeTypeId }
  },
  read: (keys) => {
    const { reporter } = keys.location
    const errorsBefore = reporter.errorCount()
    const nodeIds = keys.required('node_ids', located(listOf(located(text)))) ?? null
    const sound = reporter.errorCount() === errorsBefore
    const start = keys.optional('current_node_id', nullable(located(stateText)), null)
    return { graph: { nodeIds, sound, startNodeId: start === null || start.value === '' ? null : start } }
  },
}
