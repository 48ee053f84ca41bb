import { expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { events } from '../programs/event.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { ShownPlays } from './shownPlays.ts'

const gamebook = loadGamebook(`
title: The Door
entity_types:
  - name: Person
    fields: {password: {type: text, ask: start}}
    entities:
      - {id: player, functions: [{name: knock, effects: [core/reveal: {entity_id: porter}]}]}
      - {id: porter, reveal_when: player.password == 'sesame'}
`)
const knock: Step = { function: 'knock', args: {}, rolls: [] }
const answer: Step = { function: OPENING, args: { 'player.password': 'sesame' }, rolls: [] }

it('prefers fewer calls, among which the answers before the first page do not count', () => {
  const plays = new ShownPlays({ gamebook, observers: [], numberOf: () => undefined }, new Set())
  plays.add([knock], 'always')
  expect(plays.stepsTo(events.revealed('porter'))).toEqual([knock])
  plays.add([answer], 'always')
  expect(plays.stepsTo(events.revealed('porter'))).toEqual([answer])
})
