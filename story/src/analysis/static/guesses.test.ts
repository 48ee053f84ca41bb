import { describe, expect, it } from 'vitest'

import type { FindingCode } from '../../gamebook/findingCodes.ts'
import { checkGamebook } from '../checkGamebook.ts'
import { formatFinding } from '../formatFinding.ts'

const INN = `
title: The Inn
description: A dare.
entity_types:
  - name: Houses
    instructions: Say where the guest is. A ring lies somewhere.
    traits: [{name: graph, node_type_id: Room}]
    entities: [{id: inn, node_ids: [bar, street], functions: [{target: transition, name: go_to, description: The guest goes.}]}]
  - name: Room
    traits: [described, graph_node, container]
    entities:
      - id: bar
        name: Bar
        description: Loud.
        edges: [{to: street, enabled: guest.brave, otherwise: [{if: not guest.brave, text: You are afraid.}]}]
        triggers: [{condition: guest.brave, effects: [{narrate: A glass breaks.}]}]
      - {id: street, name: Street, description: Cold., ending: {title: Home, text: You walk home.}}
  - name: Guest
    instructions: Describe the guest.
    traits: [described, container]
    fields: {brave: {type: boolean, default: false}}
    entities:
      - id: guest
        name: Guest
        description: A guest.
        functions:
          - {name: drink, description: Change the courage., enabled: not guest.brave, effects: [{state/set: {field: brave, value: true}}]}
          - {name: look, description: The guest looks under the table., effects: [{core/reveal: {entity_id: ring}}]}
          - {name: grab, description: The guest grabs what is under the table., effects: [{item/take: {item: ring}}]}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities: [{id: ring, name: Ring, description: Gold., held_by: bar, secret: true}]
`

const findingsIn = (source: string, code: FindingCode) => {
  const { findings, gamebook } = checkGamebook(source)
  expect(gamebook).not.toBeNull()
  return findings.filter((finding) => finding.code === code)
}

describe('a rule about how a gamebook is written', () => {
  it.each<FindingCode>([
    'description-without-when',
    'reason-missing',
    'secret-in-instructions',
    'secret-item-moved',
    'trigger-runs-elsewhere',
  ])('guesses and proves nothing: %s', (code) => {
    const found = findingsIn(INN, code)
    expect(found.map(({ status, isProven, severity }) => ({ status, isProven, severity }))).toEqual([
      { status: { kind: 'guess' }, isProven: false, severity: 'note' },
    ])
    expect(found.map((finding) => formatFinding(finding)).join()).toContain(
      'A guess from how it is written, not a proof.',
    )
  })

  it('can be a warning if the author wants it', () => {
    const strict = INN.replace(
      '\ndescription: A dare.',
      '\nchecks: {description-without-when: warning, reason-missing: off}',
    )
    expect(findingsIn(strict, 'description-without-when')).toMatchObject([
      { severity: 'warning', isProven: false, status: { kind: 'guess' } },
    ])
    expect(findingsIn(strict, 'reason-missing')).toEqual([])
  })

  it('proves that a secret item stays hidden if nothing reveals it', () => {
    const hidden = INN.replace('[{core/reveal: {entity_id: ring}}]', '[{narrate: Crumbs.}]')
    expect(findingsIn(hidden, 'secret-item-moved')).toMatchObject([{ isProven: true, status: { kind: 'proven' } }])
  })
})

it('a trigger can wait for the first value of a field where the story can start over', () => {
  const waits = INN.replace('condition: guest.brave, effects', 'condition: not guest.brave, effects')
  expect(findingsIn(waits, 'field-never-reset')).toHaveLength(1)
  const again = waits.replace('[{core/reveal: {entity_id: ring}}]', '[{core/reset-game: {}}]')
  expect(findingsIn(again, 'field-never-reset')).toEqual([])
})
