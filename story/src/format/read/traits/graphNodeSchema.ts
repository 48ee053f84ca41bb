import type { NodeEnding } from '../../../gamebook/gamebook.ts'
import { EFFECTS, FIXED_TEXT, newerEntityKey, newerKey, TEXT } from '../../cursor/newerKeys.ts'
import { openMapping } from '../../cursor/mappingReader.ts'
import { condition, template } from '../../cursor/readExpressions.ts'
import { boolean, listOf, located, nullable, oneOf, text, type Reader } from '../../cursor/readers.ts'
import { effectsAt } from '../actions/readEffects.ts'
import { readNarration } from '../actions/readNarration.ts'
import { reasons } from '../readReasons.ts'
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
        otherwise: keys.optional('otherwise', reasons, []),
        ending: keys.optional('ending', ending, null),
        firstVisit: newerEntityKey(keys, 'first_visit', FIXED_TEXT, template, null),
        onEnter: newerEntityKey(keys, 'on_enter', EFFECTS, effectsAt(0), []),
        hint: newerEntityKey(keys, 'hint', FIXED_TEXT, text, null),
      },
    }
  },
}

const plainEdge: Reader<EdgeDraft> = (cursor) => {
  const to = nodeId(cursor)
  return to && { id: null, to, enabled: null, otherwise: [], label: null, effects: [], hint: null }
}

const nodeId = located(text)

const plainEdges = listOf(plainEdge)

const edge: Reader<EdgeDraft> = (cursor) => {
  if (cursor.kind === 'text') return plainEdge(cursor)
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const to = keys.required('to', nodeId)
  const id = newerKey(keys, 'id', TEXT, located(text), null)
  const narration = newerKey(keys, 'narrate', TEXT, readNarration, null)
  const effects = newerKey(keys, 'effects', EFFECTS, effectsAt(0), [])
  const guards = {
    enabled: keys.optional('enabled', condition, null),
    otherwise: keys.optional('otherwise', reasons, []),
    label: keys.optional('label', nullable(text), null),
    hint: newerKey(keys, 'hint', TEXT, text, null),
  }
  keys.reportUnknownKeys()
  return to && { id, to, ...guards, effects: [...(narration === null ? [] : [{ if: null, ...narration }]), ...effects] }
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
