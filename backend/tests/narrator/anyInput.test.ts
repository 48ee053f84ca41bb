import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrate } from '../../src/narrator/narrate.ts'
import { NarratorInput } from '../../src/narrator/narratorInput.ts'
import { inputOf } from './kit/input.ts'
import { square } from './kit/villageViews.ts'

const id = fc.stringMatching(/^[a-z]{2,6}_[a-z]{2,6}(_[0-9])?$/)
const name = fc.oneof(
  fc.constantFrom('Lamp room', 'The Old Mill', 'Upstairs', "Ansel's hut", 'Tür', '灯'),
  fc.string({ maxLength: 20 }).map(withoutIdsOrGaps),
)
const prose = fc.oneof(
  fc.constant(''),
  fc.constantFrom('Wet grass.', '- The player waits.\n- Rain', 'She nods. "No," she says.'),
  fc.string({ maxLength: 60 }).map(withoutIdsOrGaps),
)
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const list = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 })
const target = fc.record({ id, label: orNull(name), name: orNull(name), description: orNull(prose) })
const graphId = fc.constantFrom('way_graph', 'plot_graph')
const view = fc.record({
  title: name,
  summary: orNull(prose),
  language: orNull(name),
  places: list(
    fc.record({ graphId, graphName: orNull(name), nodeId: id, name: fc.oneof(name, id), description: prose }),
  ),
  entities: list(
    fc.record({ id, typeName: fc.constantFrom('Person', 'Thing', 'Plot Line'), name, description: prose }),
  ),
  functions: list(
    fc.record({
      name: fc.oneof(id, fc.constantFrom('go_to', 'light_lamp')),
      description: fc.oneof(prose, id),
      ownerId: id,
      action: fc.constantFrom('graph/transition', null),
      graphId,
      targets: orNull(list(target)),
      parameters: fc.constant([]),
    }),
  ),
  closed: list(fc.record({ graphId, id, label: orNull(name), name: orNull(name), reason: fc.oneof(prose, id) })),
  ending: orNull(fc.record({ title: name, kind: fc.constantFrom('good', 'bad', 'neutral'), text: orNull(prose) })),
})
const words = fc.oneof(
  fc.constantFrom(
    'go to the lamp room',
    'back',
    'look',
    'who is here',
    'what can I do',
    'light the lamp',
    'help',
    'ask',
    "don't",
  ),
  fc.string({ maxLength: 40 }),
)
const results = list(
  fc.record({
    function: id,
    result: fc.constantFrom('success', 'refused'),
    reason: fc.oneof(prose, id),
    facts: list(prose),
  }),
)
const input = fc.record({
  view,
  before: orNull(view),
  words: orNull(words),
  turn: fc.nat(50),
  results,
  told: list(id),
  cameFrom: fc.constant({ way_graph: 'some_node' }),
})

describe('whatever the story and the words are', () => {
  it('a call is one that was offered, and a text shows no id and no empty paragraph', () => {
    fc.assert(
      fc.property(input, (raw) => {
        const parsed = NarratorInput.parse(raw)
        const offered = new Set(parsed.view.functions.map((fn) => fn.name))
        const narration = narrate(parsed, offered)
        if (narration.kind === 'call') {
          expect(offered).toContain(narration.call.function)
          return
        }
        expect(narration.text).not.toMatch(/[\p{L}\p{N}]_[\p{L}\p{N}]/u)
        expect(narration.text.trim()).toBe(narration.text)
        expect(narration.text.length).toBeGreaterThan(0)
        for (const paragraph of narration.text.split('\n\n')) expect(paragraph.trim()).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile words', () => {
  it.each([
    ['a hundred thousand letters', 'a'.repeat(100_000)],
    ['a hundred thousand words', 'go to the '.repeat(10_000)],
    ['only marks', '?!.,;'.repeat(20_000)],
    ['emoji', '🧭🕯️👩‍👩‍👧‍👦'.repeat(5_000)],
    ['HTML', '<script>alert("chapel")</script><img src=x onerror=alert(1)>'.repeat(1_000)],
    ['stacked accents', 'é'.normalize('NFD').concat('\u0301'.repeat(50_000))],
    ['halves of characters', '\ud800'.repeat(50_000)],
    ['white space', ' \n\t'.repeat(30_000)],
  ])('%s are answered in the story', (_, hostile) => {
    const narration = narrate(inputOf(square, { words: hostile }), new Set())
    expect(narration.kind === 'text' && narration.text).toMatch(/^[A-Z][^<]*[.?]$/s)
  })
})

function withoutIdsOrGaps(text: string): string {
  return text.replace(/[_\s]+/g, ' ')
}
