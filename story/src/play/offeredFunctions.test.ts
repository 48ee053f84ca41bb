import { expect, it } from 'vitest'

import type { Json } from '../json.ts'
import type { World } from '../state/world.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { ignore, withState } from '../testSupport/playCalls.ts'
import { offeredFunctions } from './offeredFunctions.ts'

const mates = loadWorld(`
title: Mates
entity_types:
  - name: Person
    traits: [described, speaker]
    fields: {here: boolean}
    entities:
      - {id: player, name: Player, description: D., functions: [{name: question, target: ask, args: {entity_id: mate}}]}
      - id: mate
        name: Mate
        description: D.
        enabled: player.here
        topics: [{id: sea, about: [sea], say: Well., enabled: player.here == true}]
`)

function conditionsOf(world: World): readonly Json[] {
  const sources: Json[] = []
  offeredFunctions({ ...world, observe: ({ source }) => void sources.push(source) }, ignore)
  return sources
}

it('leaves the conditions of topics alone while the speaker is absent', () => {
  expect(conditionsOf(mates)).not.toContain('player.here == true')
  const present = withState(mates, { entities: { player: { here: true } } })
  expect(conditionsOf(present)).toContain('player.here == true')
})
