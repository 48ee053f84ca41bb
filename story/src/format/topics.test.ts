import { describe, expect, it } from 'vitest'
import { builtInParameters } from '../actions/builtInParameters.ts'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { readGamebook } from './readGamebook.ts'

const speaker = (keys: string): string =>
  gamebookOf(`  - {name: Person, traits: [speaker], entities: [{id: ada, ${keys}}]}`)
const topics = (...list: readonly string[]): string => speaker(`topics: [${list.join(', ')}]`)

describe('a topic', () => {
  it.each([
    ['bad-id', '{id: ⟪Bell, about: [bell], say: Ding.}'],
    ['bad-id', '{id: ⟪"__proto__", about: [bell], say: Ding.}'],
    ['wrong-type', '{id: ⟪3, about: [bell], say: Ding.}'],
    ['missing-key', '⟪{about: [bell], say: Ding.}'],
    ['missing-key', '⟪{id: bell, say: Ding.}'],
    ['missing-key', '⟪{id: bell, about: [bell]}'],
    ['bad-value', '{id: bell, about: ⟪[], say: Ding.}'],
    ['bad-value', '{id: bell, about: [bell, ⟪" "], say: Ding.}'],
    ['bad-value', '{id: bell, about: [⟪"…!"], say: Ding.}'],
    ['wrong-type', '{id: bell, about: ⟪bell, say: Ding.}'],
    ['wrong-type', '{id: bell, about: [⟪3, bell], say: Ding.}'],
    ['wrong-type', '{id: bell, about: [⟪{bell: true}, bell], say: Ding.}'],
    ['wrong-type', '{id: bell, about: [bell], say: ⟪{text: Ding.}}'],
    ['limit', `{id: bell, about: [bell], say: ⟪${'x'.repeat(2001)}}`],
    ['limit', `{id: bell, about: [bell], say: ⟪${'x'.repeat(100_000)}}`],
    ['expression-parse', '{id: bell, about: [bell], say: "{{ 1 +⟪ }}"}'],
    ['wrong-type', '{id: bell, about: [bell], say: Ding., label: ⟪[bell]}'],
    ['wrong-type', '{id: bell, about: [bell], say: Ding., once: ⟪"yes"}'],
    ['expression-unknown-entity', '{id: bell, about: [bell], say: Ding., enabled: ⟪eve.here}'],
    ['unknown-key', '{id: bell, about: [bell], say: Ding., ⟪text: Ding.}'],
    ['wrong-type', '{id: bell, about: [bell], say: Ding., effects: ⟪ring}'],
  ])('has %s at the mark: %.80s', (codes, topic) => {
    expectFindings(codes, topics(topic))
  })

  it('has an id of its own in its speaker', () => {
    const [bell, other] = ['{id: bell, about: [bell], say: Ding.}', '{id: ⟪bell, about: [dong], say: Dong.}']
    expectFindings('duplicate-id', topics(bell, other))
    const { diagnostics } = readGamebook(topics(bell, other).replace('⟪', ''))
    expect(diagnostics[0]?.related).toHaveLength(1)
    const eve = '{id: eve, topics: [{id: bell, about: [bell], say: Dong.}]}'
    expect(readGamebook(topics(bell).replace(']}]}', `]}, ${eve}]}`)).diagnostics).toEqual([])
  })

  it.each([
    ['in one topic', ['{id: bell, about: [big bell, ⟪"Big  Bell!"], say: Ding.}']],
    [
      'of one that can always be asked',
      ['{id: a, about: [bell], say: Ding.}', '{id: b, about: [⟪Bell, b], say: Dong.}'],
    ],
  ])('is warned of a word that is used twice: %s', (_, list) => expectFindings('duplicate-word', topics(...list)))

  it.each([
    ['has a condition', 'enabled: ada.id == "ada"'],
    ['can be asked once', 'once: true'],
  ])('may have the word of an earlier one that %s', (_, key) => {
    const yaml = topics(`{id: a, about: [bell], say: Ding., ${key}}`, '{id: b, about: [bell], say: Dong.}')
    expect(readGamebook(yaml).diagnostics).toEqual([])
  })

  it('is in the model', () => {
    const gamebook = loadGamebook(
      topics(
        '{id: bell, about: [bell, big bell], label: the bell, say: "{{ 1 + 1 }} times.", once: true, enabled: 1 < 2}',
      ),
    )
    expect(gamebook.entities.get('ada')?.speaker?.topics).toMatchObject([
      {
        id: 'bell',
        about: ['bell', 'big bell'],
        label: 'the bell',
        say: { kind: 'template' },
        once: true,
        effects: [],
      },
    ])
  })
})

describe('actions that name a topic', () => {
  const effect = (written: string): string =>
    gamebookOf(
      `  - {name: Person, traits: [speaker], entities: [{id: ada, topics: [{id: bell, about: [bell], say: Ding.}], functions: [{name: ring, effects: [${written}]}]}, {id: eve}]}
  - {name: Stone, entities: [{id: stone}]}`,
    )

  it.each([
    ['unknown-reference', '{talk/ask: {topic: ⟪bel}}'],
    ['unknown-reference', '{talk/expect: {entity_id: eve, topic: ⟪bell}}'],
    ['wrong-trait', '{talk/ask: {entity_id: ⟪stone, topic: bell}}'],
    ['unknown-reference', '{talk/ask: {entity_id: ⟪adam, topic: bell}}'],
    ['bad-args', '{talk/ask: ⟪{}}'],
    ['bad-args', '{talk/ask: {topic: ⟪3}}'],
    ['bad-args', '{talk/expect: {topic: bell, ⟪mood: sad}}'],
    ['event-near-action', '{⟪talk/asks: {topic: bell}}'],
  ])('have %s at the mark: %s', (codes, written) => expectFindings(codes, effect(written)))

  it('are actions if the trait is written as a mapping', () => {
    expectFindings('unknown-reference', effect('{talk/ask: {topic: ⟪bel}}').replace('[speaker]', '[{name: speaker}]'))
  })

  it('leave the rest of the namespace to the author', () => {
    expect(readGamebook(effect('{talk/whisper: {mood: sad}}')).diagnostics).toEqual([])
  })
})

describe('events of gamebooks without speakers', () => {
  const book = gamebookOf(`  - name: Stone
    entities:
      - id: stone
        functions:
          - {name: ask, action: talk/ask, parameters: {mood: text}, args: {how: loudly}}
          - {name: call, effects: [{talk/ask: {mood: sad}}, {talk/expect: {}}, {talk/asks: {}}, {walk/ask: {}}]}
    triggers: [{condition: 1 > 2, name: talk/ask}]`)

  it('may be called like the actions of speakers', () => {
    const { diagnostics, gamebook } = readGamebook(book)
    expect(diagnostics).toEqual([])
    expect(gamebook?.functions.map(({ name, mainAction }) => [name, mainAction?.kind])).toEqual([
      ['ask', 'event'],
      ['call', undefined],
    ])
    expect(gamebook?.functions[1]?.effects.map(({ kind }) => kind)).toEqual(['event', 'event', 'event', 'event'])
    expect(gamebook?.functions.map(builtInParameters)).toEqual([[], []])
  })
})

describe('the names of built-in functions', () => {
  const person = (functions: string, keys = ''): string =>
    `title: T\n${keys}entity_types:\n  - {name: Person, traits: [speaker], fields: {nerve: {type: integer, min: 0, max: 3}}, entities: [{id: ada, topics: [{id: bell, about: [bell], say: Ding.}], functions: [${functions}]}]}`

  it.each([
    ['{name: ⟪ask, effects: [{story/asked: {}}]}', ''],
    ['{name: ⟪nudge, effects: [{story/asked: {}}]}', 'improvisation: {fields: [ada.nerve]}\n'],
  ])('are reserved: %s', (written, keys) => expectFindings('duplicate-tool-name', person(written, keys)))

  it.each([
    '{name: ask, target: ask}',
    '{name: ask, action: talk/ask}',
    '{name: question, target: ask}, {name: ask, effects: [{story/asked: {}}]}',
    '{name: nudge, effects: [{story/asked: {}}]}',
  ])('are free where the engine has none: %s', (written) => {
    expect(readGamebook(person(written)).diagnostics).toEqual([])
  })
})

describe('details', () => {
  const place = (details: string): string =>
    gamebookOf(
      `  - {name: Place, instructions: Show it., traits: [described], entities: [{name: Hall, description: "", details: ${details}}]}`,
    )

  it.each([
    ['duplicate-word', '{scales: Brass., ⟪"bench, Scales": Oak.}'],
    ['duplicate-word', '{⟪"scales, scales": Brass.}'],
    ['bad-key', '{⟪", ": Brass.}'],
    ['bad-key', '{⟪"": Brass.}'],
    ['key-of-newer-format', '⟪[scales]'],
    ['key-of-newer-format', '⟪{scales: 3}'],
    ['expression-unknown-entity', '{scales: "{{ ⟪eve.name }}"}'],
  ])('have %s at the mark: %s', (codes, details) => expectFindings(codes, place(details)))
})

describe('a promise', () => {
  const story = (...promises: readonly string[]): string =>
    gamebookOf(
      `  - {name: Stone, entities: [{id: stone, functions: [{name: push, effects: [${promises.map((made) => `{promise: ${made}}`).join(', ')}]}]}]}`,
    )

  it.each([
    ['bad-id', ['{id: ⟪Water, text: It rises., kept: 1 < 2}']],
    ['duplicate-id', ['{id: water, text: It rises., kept: 1 < 2}', '{id: ⟪water, text: It falls., kept: 1 < 2}']],
    ['duplicate-id', ['{id: water, text: It rises., kept: 1 < 2}', '{id: ⟪water, text: It rises., kept: 1 > 2}']],
    ['wrong-type', ['⟪water']],
    ['missing-key', ['⟪{id: water, text: It rises.}']],
  ])('has %s at the mark', (codes, promises) => expectFindings(codes, story(...promises)))

  it('may be made in several places', () => {
    const made = '{id: water, text: It rises., kept: 1 < 2}'
    expect(readGamebook(story(made, made)).diagnostics).toEqual([])
  })
})
