import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { readGamebook } from './readGamebook.ts'

describe('a list of effects', () => {
  it.each([
    ['wrong-type', 'effects: ⟪{}'],
    ['wrong-type', 'effects: [⟪core/reset-game]'],
    ['missing-key', 'effects: [⟪{}]'],
    ['missing-key', 'effects: [⟪{args: {a: 1}}]'],
    ['wrong-type', 'effects: [{action: ⟪5}]'],
    ['unknown-key', 'effects: [{action: story/hum, ⟪arg: {a: 1}}]'],
    ['expression-parse', 'effects: [{action: story/hum, if: ⟪5}]'],
    ['expression-unknown-entity', 'effects: [{action: story/hum, if: [true, ⟪lantern.lit]}]'],
    ['wrong-type', 'effects: [{action: story/hum, args: ⟪[]}]'],
  ])('has %s at the mark', (codes, keys) => expectFindings(codes, player(keys)))

  it('may be written in full or in short', () => {
    const [tool] = loadGamebook(
      player(
        'effects: [{action: story/hum, args: {a: 1}, if: player.lit}, {story/hum: {a: 1}}, {story/hum: {}, if: true}]',
      ),
    ).functions
    expect(tool?.effects).toMatchObject([
      { kind: 'event', action: 'story/hum', args: new Map([['a', 1]]), if: { source: 'player.lit' } },
      { kind: 'event', action: 'story/hum', args: new Map([['a', 1]]), if: null },
      { kind: 'event', action: 'story/hum', args: new Map(), if: { source: true } },
    ])
  })
})

describe('a roll of dice', () => {
  it.each([
    ['bad-dice', 'roll: ⟪6'],
    ['bad-dice', 'roll: ⟪2w6'],
    ['bad-dice', 'roll: ⟪0d6'],
    ['bad-dice', 'roll: ⟪21d6'],
    ['bad-dice', 'roll: ⟪d1'],
    ['bad-dice', 'roll: ⟪d1001'],
    ['bad-dice', 'roll: ⟪2d6+1'],
    ['bad-dice', 'roll: ⟪null'],
    ['bad-args', 'roll: d6, add: ⟪true'],
    ['bad-args', 'roll: d6, at_least: ⟪null'],
    ['expression-parse', 'roll: d6, add: player.skill ⟪= 1'],
    ['expression-unknown-field', 'roll: d6, add: player.⟪skil'],
    ['misspelled-key', 'roll: d6, ⟪ad: 1'],
    ['bad-args', 'roll: d6, ⟪bonus: 1'],
    ['bad-args', 'roll: d6, into: ⟪5'],
    ['bad-args', 'roll: d6, into: ⟪=player.mood'],
    ['bad-args', 'roll: d6, into: ⟪mood'],
    ['unknown-reference', 'roll: d6, into: ⟪luck'],
    ['unknown-reference', 'roll: d6, into: skill, entity_id: ⟪nobody'],
    ['unknown-reference', 'roll: d6, into: ⟪skill, entity_id: lamp'],
    ['wrong-type', 'roll: d6, at_least: 4, on_success: ⟪{}'],
    ['unknown-action', 'roll: d6, at_least: 4, on_failure: [{⟪core/end: {}}]'],
  ])('has %s at the mark', (codes, payload) => {
    expectFindings(codes, player(`effects: [{dice/roll: {${payload}}}]`))
  })

  it.each([
    ['bad-args', 'effects: [{dice/roll: ⟪{add: 1}}]'],
    ['bad-args', 'effects: [{action: ⟪dice/roll}]'],
    ['wrong-type', 'effects: [{dice/roll: ⟪2d6}]'],
    ['bad-args', 'effects: [{dice/roll: ⟪{roll: d6, on_success: []}}]'],
    ['bad-args', 'check: ⟪{roll: d6}'],
    ['bad-args', 'check: ⟪{at_least: 4}'],
    ['bad-args', 'check: ⟪{}'],
    ['wrong-type', 'check: ⟪2d6'],
    ['wrong-type', 'check: ⟪null'],
    ['bad-dice', 'check: {roll: ⟪d, at_least: 4}'],
  ])('with a missing key has %s at the mark', (codes, keys) => expectFindings(codes, player(keys)))

  it('is in the model with its dice and effects', () => {
    const [tool] = loadGamebook(
      player(
        'check: {roll: 2d6, add: player.skill, at_least: 8, into: skill, on_success: [{dice/roll: {roll: d20, into: glow, entity_id: lamp}}], on_failure: [{core/end-game: {}}]}',
      ),
    ).functions
    expect(tool?.check).toMatchObject({
      kind: 'roll',
      roll: '2d6',
      count: 2,
      sides: 6,
      add: { source: 'player.skill' },
      atLeast: 8,
      into: { entityId: 'player', field: 'skill' },
      onSuccess: [
        {
          roll: 'd20',
          count: 1,
          sides: 20,
          add: null,
          atLeast: null,
          into: { entityId: 'lamp', field: 'glow' },
          onSuccess: [],
        },
      ],
      onFailure: [{ action: 'core/end-game', args: new Map() }],
    })
  })

  it('may depend on at most four others', () => {
    expect(readGamebook(player(`check: ${nested(4, '')}`)).diagnostics).toEqual([])
    expectFindings('limit', player(`check: ${nested(5, '⟪')}`))
    expectFindings('limit', player(`effects: [{dice/roll: ${nested(5, '⟪')}}]`))
  })
})

/** A roll with so many lists inside each other; the mark stands before the innermost. */
function nested(lists: number, mark: string): string {
  if (lists === 0) return '{roll: d6, at_least: 4}'
  return `{roll: d6, at_least: 4, ${lists === 1 ? mark : ''}on_success: [{dice/roll: ${nested(lists - 1, mark)}}]}`
}

function player(keys: string): string {
  return gamebookOf(`  - {name: Person, fields: {skill: integer, mood: text, lit: boolean}, entities: [{id: player, functions: [{name: act, ${keys}}]}]}
  - {name: Thing, entities: [{id: lamp, glow: 1}]}`)
}
