import { describe, expect, it } from 'vitest'

import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { keepStartAnswers, writeStartAnswers } from './startAnswers.ts'
import { listStartQuestions } from './startQuestions.ts'
import { startState } from './storyState.ts'

const gamebook = loadGamebook(`
title: T
entity_types:
  - name: Person
    fields:
      called: {type: text, default: Nobody, ask: start}
      rank: {type: text, values: [mate, cook], default: cook, ask: start}
      mood: {type: text, default: calm}
    entities:
      - {id: player, called: Odysseus}
      - {id: rower, rank: "=player.rank"}
      - {id: dog, called: "=player.called"}
`)
const start = startState(7)

describe('the questions for the player', () => {
  it('are the asked fields of all entities in the order of the file, without computed ones', () => {
    const asked = listStartQuestions(gamebook).map(({ entityId, field, suggestion }) => [entityId, field, suggestion])
    expect(asked).toEqual([
      ['player', 'called', 'Odysseus'],
      ['player', 'rank', 'cook'],
      ['rower', 'called', 'Nobody'],
      ['dog', 'rank', 'cook'],
    ])
  })
})

describe('a secret entity', () => {
  it('is not asked about', () => {
    const secret = loadGamebook(
      'title: T\nentity_types: [{name: P, fields: {called: {type: text, ask: start}}, entities: [{id: a}, {id: twin, secret: true}]}]',
    )
    expect(listStartQuestions(secret).map(({ entityId }) => entityId)).toEqual(['a'])
  })
})

describe('answers', () => {
  it('are the values of their fields at the start; the others keep theirs', () => {
    const state = writeStartAnswers(gamebook, start, { player: { called: 'Ada', rank: 'mate' }, rower: { called: '' } })
    expect(state).toEqual({ ...start, entities: { player: { called: 'Ada', rank: 'mate' }, rower: { called: '' } } })
  })

  it.each([
    {},
    { player: { mood: 'wild' } },
    { player: { rank: 'king' } },
    { rower: { rank: 'mate' } },
    { nobody: { called: 'Ada' } },
    { player: { called: 'x'.repeat(20_001) } },
    JSON.parse('{"__proto__": {"called": "Ada"}, "constructor": {"name": "Ada"}}'),
  ])('that the gamebook does not ask for or allow are left out: %j', (answers) => {
    expect(writeStartAnswers(gamebook, start, answers)).toEqual(start)
  })

  it('are kept with the values that play has given them', () => {
    const entities = { player: { called: 'Ada', mood: 'wild' }, dog: { rank: 'mate' }, gull: { x: 1 } }
    expect(keepStartAnswers(gamebook, { ...start, entities })).toEqual({
      player: { called: 'Ada' },
      dog: { rank: 'mate' },
    })
  })
})
