import { expect, it } from 'vitest'
import { stateAdd, stateSet } from '../actions/stateActions.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { recordChanges } from './recordChanges.ts'

const start = loadWorld(HARBOUR)
const emptied = { ...start, state: { ...start.state, entities: { player: { courage: null, purse: null } } } }
const request = { by: 'trigger', report: () => {} } as const

it('keeps null as the value of a field with another start value', () => {
  const sum = stateAdd.check(emptied, { entity_id: 'player', field: 'courage', amount: 1 }, request)
  expect(sum.refusal?.code).toBe('wrong-type')
  const written = stateSet.check(emptied, { entity_id: 'player', field: 'purse', value: 'stolen' }, request)
  expect(written.refusal === null && recordChanges(emptied, written.enact(emptied).change)).toEqual([
    { entity: 'player', field: 'purse', before: null, after: 'stolen' },
  ])
})
