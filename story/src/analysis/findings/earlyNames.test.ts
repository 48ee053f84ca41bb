import { expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

const book = (enabled: string): string => `
title: The Deep
entity_types:
  - name: Person
    hidden: true
    traits: [described]
    fields: {dead: boolean}
    entities:
      - id: diver
        name: Diver
        description: D.
        functions:
          - name: die
            effects: [{state/set: {field: dead, value: true}}, {core/end-game: {reason: dead}}]
          - {name: praise, description: The player praises Zorgon., enabled: ${enabled}, effects: [narrate: Praise.]}
          - {name: look, effects: [core/reveal: {entity_id: zorgon}]}
      - {id: zorgon, name: Zorgon, description: D., secret: true}
`
const check = (enabled: string) => {
  const { findings, summary } = checkGamebook(book(enabled))
  return { codes: findings.map(({ code }) => code), open: summary?.open }
}

it('reports a function that names a secret before it is revealed', () => {
  expect(check('not diver.dead').codes).toContain('secret-named-early')
})

it('knows that nothing is offered after the end', () => {
  const { codes, open } = check('diver.dead')
  expect(codes).not.toContain('secret-named-early')
  expect(open).toEqual([])
})
