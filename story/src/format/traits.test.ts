import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { readGamebook } from './readGamebook.ts'

describe('clocks, items and containers', () => {
  it.each([
    ['bad-value', '  - {name: Night, traits: [clock], entities: [{id: night, start: ⟪"25:00"}]}'],
    ['wrong-type', '  - {name: Night, traits: [clock], entities: [{id: night, start: ⟪8}]}'],
    ['dynamic-on-state', '  - {name: Night, traits: [clock], entities: [{id: night, minutes: ⟪=1 + 1}]}'],
    ['wrong-type', '  - {name: Night, traits: [clock], entities: [{id: night, minutes: ⟪-1}]}'],
    ['wrong-type', '  - {name: Bag, traits: [container], entities: [{id: bag, capacity: ⟪many}]}'],
    ['expression-unknown-entity', '  - {name: Bag, traits: [container], entities: [{id: bag, open: ⟪key.found}]}'],
    ['unknown-reference', '  - {name: Key, traits: [item], entities: [{id: key, held_by: ⟪nobody}]}'],
    ['wrong-trait', '  - {name: Key, traits: [item], entities: [{id: key, held_by: ⟪key}]}'],
    ['dynamic-on-state', '  - {name: Key, traits: [item], entities: [{id: key, held_by: ⟪"=key.id"}]}'],
  ])('are %s at the mark', (codes, types) => expectFindings(codes, gamebookOf(types)))

  it('are in the model', () => {
    const { entities } = loadGamebook(
      gamebookOf(`  - {name: Night, traits: [clock], entities: [{id: night, start: "21:30", minutes: 5}]}
  - {name: Bag, traits: [item, container], entities: [{id: bag, capacity: 2}, {id: key, held_by: bag, portable: false}]}`),
    )
    expect(entities.get('night')?.clock).toEqual({ start: 1290, minutes: 5 })
    expect(entities.get('bag')).toMatchObject({ item: { heldBy: null }, container: { capacity: 2, open: null } })
    expect(entities.get('key')?.item).toMatchObject({ heldBy: 'bag', portable: { terms: [false] } })
  })
})

describe('containers inside each other', () => {
  it('are reported if they hold each other, each cycle once', () => {
    expectFindings(
      'containment-cycle containment-cycle',
      bags(
        '{id: a, held_by: sack}, {id: sack, held_by: box}, {id: box, held_by: ⟪sack}, {id: self, held_by: ⟪self}, {id: b, held_by: box}',
      ),
    )
  })

  it('may be at most eight', () => {
    expect(readGamebook(bags(nested(8))).diagnostics).toEqual([])
    expectFindings('limit', bags(nested(9).replace('{id: bag_9, held_by: ', '{id: bag_9, held_by: ⟪')))
    expectFindings('limit', bags(nested(11).replace('{id: bag_9, held_by: ', '{id: bag_9, held_by: ⟪')))
  })
})

describe('a secret entity', () => {
  it.each([
    ['wrong-type', '{id: a, secret: ⟪null}'],
    ['expression-parse', '{id: a, reveal_when: ⟪null}'],
    ['expression-unknown-field', '{id: a, reveal_when: "a.⟪found"}'],
  ])('has %s at the mark', (codes, entity) => {
    expectFindings(codes, gamebookOf(`  - {name: Thing, entities: [${entity}]}`))
  })

  it.each([
    ['{id: a}', false, false],
    ['{id: a, secret: true}', true, false],
    ['{id: a, reveal_when: "1 < 2"}', true, true],
    ['{id: a, secret: false, reveal_when: "1 < 2"}', false, true],
  ])('is written as in %s', (entity, secret, isRevealed) => {
    const read = loadGamebook(gamebookOf(`  - {name: Thing, entities: [${entity}]}`)).entities.get('a')
    expect([read?.secret, read?.revealWhen !== null]).toEqual([secret, isRevealed])
  })
})

function bags(entities: string): string {
  return gamebookOf(`  - {name: Bag, traits: [item, container], entities: [${entities}]}`)
}

/** Each in the one before it. */
function nested(count: number): string {
  const inner = Array.from({ length: count - 1 }, (_, index) => `{id: bag_${index + 2}, held_by: bag_${index + 1}}`)
  return ['{id: bag_1}', ...inner].toReversed().join(', ')
}
