import { describe, expect, it } from 'vitest'

import { callFunction } from '../play/callFunction.ts'
import { describeChanges } from '../play/changes/describeChanges.ts'
import { receiptLine } from '../play/receiptLine.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { buildTurnText } from './buildTurnText.ts'
import { viewPanel } from './viewPanel.ts'

const ignore = (): void => {}

const start = loadWorld(`
title: Scales
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [shop]}]
  - name: Place
    instructions: The places.
    traits: [described, graph_node]
    entities: [{id: shop, name: Shop, description: "The scale shows {{ scale.weight }} ounces."}]
  - name: Scale
    instructions: The scale in the shop.
    traits: [described]
    fields:
      weight: {type: number, default: 0.1, min: 0, max: 1.2, label: Weight, show: bar}
      owed: {type: number, default: 0.3, label: Owed, show: text}
    entities:
      - id: scale
        name: Scale
        description: Brass.
        functions:
          - {name: add_gold, effects: [{state/add: {field: weight, amount: 0.2}}, {state/add: {field: owed, amount: -0.1}}]}
`)

const { state, receipts } = callFunction(start, { function: 'add_gold', args: {}, by: 'tool' }, ignore)
const after = { ...start, state }

describe('0.1 + 0.2', () => {
  it('reads 0.3 in the prompt', () => {
    const text = buildTurnText(after, ignore)
    expect(text).toContain('The scale shows 0.3 ounces.')
    expect(text).toContain('Weight: 0.3 of 1.2')
    expect(text).toContain('Owed: 0.2')
    expect(describeChanges(start, after, receipts)).toEqual(['Weight of Scale: 0.1 → 0.3', 'Owed of Scale: 0.3 → 0.2'])
  })

  it('reads 0.3 in the status panel and in the receipt', () => {
    expect(viewPanel(after, ignore).fields.map(({ text }) => text)).toEqual(['0.3', '0.2'])
    expect(receipts.map((receipt) => receiptLine(after, receipt))).toEqual(['Weight 0.1 → 0.3. Owed 0.3 → 0.2.'])
  })

  it('stays exact in the state', () => {
    expect(state.entities['scale']).toEqual({ weight: 0.1 + 0.2, owed: 0.3 - 0.1 })
  })
})
