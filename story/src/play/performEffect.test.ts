import { expect, it } from 'vitest'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { performEffect } from './performEffect.ts'

it('records an event of the gamebook without a state change', () => {
  const start = loadWorld(HARBOUR)
  const args = new Map([['anything', [{ at: 'all' }]]])
  const event = { kind: 'event', action: 'story/bell-rings', args, if: null } as const
  const outcome = performEffect(start, event, { by: 'trigger', report: () => {}, where: 'bell' })
  expect(outcome).toMatchObject({
    refusal: null,
    record: { action: 'story/bell-rings', args: { anything: [{ at: 'all' }] }, changes: [] },
  })
  expect(outcome?.refusal === null && outcome.state).toBe(start.state)
})
