import type { NodeEnding } from '../../../gamebook/gamebook.ts'
import { openMapping } from '../../cursor/mappingReader.ts'
import { condition } from '../../cursor/readExpressions.ts'
import { boolean, listOf, located, nullable, oneOf, text, type Reader } from '../../cursor/readers.ts'
import type { TraitSchema } from './traitSchema.ts'
import type { EdgeDraft } from '../draft.ts'

export const graphNodeSchema: TraitSchema = {
  name: 'graph_node',
  read: (keys) => {
    const { reporter } = keys.location
    const errorsBefore = reporter.errorCount()
    const allEdges = [...keys.optional('edge_ids', plainEdges, []), ...keys.optional('edges', edges, [])]
    return {
      graphNode: {
        edges: allEdges,
        sound: reporter.errorCount() === errorsBefore,
        requires: keys.optional('requires', condition, null),
        otherwise: keys.optional('otherwise', nullable(text), null),
        ending: keys.optional('ending', ending, null),
      },
    }
  },
}

const plainEdge: Reader<EdgeDraft> = (cursor) => {
  const to = nodeId(cursor)
  return to && { to, enabled: null, otherwise: null, label: null }
}

const nodeId = located(text)

const plainEdges = listOf(plainEdge)

const edge: Reader<EdgeDraft> = (cursor) => {
  if (cursor.kind === 'text') return plainEdge(cursor)
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const to = keys.required('to', nodeId)
  const guards = {
    enabled: keys.optional('enabled', condition, null),
    otherwise: keys.optional('otherwise', nullable(text), null),
    label: keys.optional('label', nullable(text), null),
  }
  keys.reportUnknownKeys()
  return to && { to, ...guards }
}

const edges = listOf(edge)

const ending: Reader<NodeEnding | null> = (cursor) => {
  if (cursor.kind !== 'mapping') return boolean(cursor) ? PLAIN_ENDING : null
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const read: NodeEnding = {
    title: keys.optional('title', text, null),
    kind: keys.optional('kind', oneOf('good', 'bad', 'neutral'), 'neutral'),
    text: keys.optional('text', text, null),
  }
  keys.reportUnknownKeys()
  return read
}

const PLAIN_ENDING: NodeEnding = { title: null, kind: 'neutral', text: null }
