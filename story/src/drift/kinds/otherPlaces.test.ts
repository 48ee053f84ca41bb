import { expect, it } from 'vitest'

import { startState } from '../../state/storyState.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { checkDrift } from '../checkDrift.ts'

const HARBOR = loadGamebook(`
title: The Harbor
description: Two sheds by the sea.
entity_types:
  - name: Places
    instructions: Describe them.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: harbor, node_ids: [net_loft, smokehouse], functions: [{target: transition, name: go_to, description: The player goes.}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Net loft, description: A bare floor and a hatch., edges: [smokehouse]}
      - {name: Smokehouse, description: "Herring, soot, tarred beams, embers and a chimney.", edges: [net_loft]}
  - name: Person
    traits: [described]
    entities: [{id: ines, name: Ines, description: She smells of herring and embers., enabled: harbor.current_node_id == 'smokehouse'}]
`)

const start = startState(1)
const kindsOf = (text: string) =>
  checkDrift({
    ...{ gamebook: HARBOR, before: start, after: start, receipts: [], offered: [], text },
    player: 'I look around.',
  }).map(({ kind }) => kind)

it('is another place if one sentence has three words that only its description has', () => {
  expect(kindsOf('Soot has settled on the tarred wood, and smoke climbs the chimney.')).toEqual(['moved-unconfirmed'])
})

it.each([
  ['spread over an answer', 'Soot marks the hatch. The floor is tarred. A chimney smokes.'],
  ['that another text has, too', 'Soot has settled here, and it smells of herring and embers.'],
  ['seen from afar', 'Beyond the hatch are soot, tarred wood and a chimney.'],
])('is no other place for words %s', (_, text) => {
  expect(kindsOf(text)).toEqual([])
})
