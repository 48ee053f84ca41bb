import fc from 'fast-check'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { describe, expect, it } from 'vitest'
import { narrate } from '../../src/narrator/narrate.ts'
import { NarratorInput } from '../../src/narrator/narratorInput.ts'
import { inputOf } from './support/input.ts'
import { loadYaml, Play } from './support/playGamebook.ts'
import { TOLL_BRIDGE } from './support/tollBridge.ts'
import { square } from './support/villageViews.ts'

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
const target = fc.record({ id, nodeId: id, label: orNull(name), name: orNull(name), description: orNull(prose) })
const graphId = fc.constantFrom('way_graph', 'plot_graph')
const holder = fc.constantFrom('some_bag', 'some_hook')
const field = fc.record({
  label: name,
  type: fc.constantFrom('text', 'integer', 'number', 'boolean', 'list', 'entity', 'entities'),
  value: orNull(fc.oneof(fc.boolean(), fc.nat(9))),
  values: list(name),
  max: orNull(fc.nat(9)),
})
const common = { name: fc.constantFrom('item', 'to', 'amount'), description: prose, required: fc.boolean() }
const parameter = fc.oneof(
  fc.record({ ...common, type: fc.constant('text'), maxLength: fc.nat(20) }),
  fc.record({ ...common, type: fc.constant('boolean') }),
  fc.record({ ...common, type: fc.constant('integer'), min: fc.nat(3), max: fc.integer({ min: 3, max: 9 }) }),
  fc.record({ ...common, type: fc.constant('choice'), values: list(fc.oneof(name, fc.nat(9))) }),
  fc.record({
    ...common,
    type: fc.constant('entity'),
    choices: list(fc.record({ id, name: orNull(name), description: orNull(prose) })),
  }),
)
const view = fc.record({
  title: name,
  summary: orNull(prose),
  language: orNull(name),
  graphs: list(
    fc.record({ graphId, graphName: orNull(name), nodeId: id, name: fc.oneof(name, id), description: prose }),
  ),
  placeGraphIds: fc.constantFrom([], ['way_graph']),
  entities: list(
    fc.record({
      id,
      typeName: fc.constantFrom('Person', 'Thing', 'Plot Line'),
      name,
      description: prose,
      isNode: fc.boolean(),
      isConstant: fc.boolean(),
      isItem: fc.boolean(),
      isContainer: fc.boolean(),
      heldBy: orNull(holder),
      fields: list(field),
    }),
  ),
  inventoryIds: fc.constantFrom([], ['some_bag']),
  clocks: list(fc.record({ id: holder, minutes: fc.nat(5000), day: fc.nat(3), timeOfDay: fc.constant('10:20') })),
  functions: list(
    fc.record({
      name: fc.oneof(id, fc.constantFrom('go_to', 'light_lamp')),
      description: fc.oneof(prose, id),
      ownerId: id,
      action: fc.constantFrom('graph/transition', 'item/take', 'item/drop', 'item/give', 'clock/advance', null),
      graphId: orNull(graphId),
      targets: orNull(list(target)),
      parameters: list(parameter),
    }),
  ),
  refused: list(
    fc.record({
      name: id,
      description: prose,
      action: fc.constantFrom('item/take', 'item/give', null),
      choosesItem: fc.boolean(),
      reason: fc.oneof(prose, id),
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
    'take everything',
    'give it to me',
    'say "it"',
    '2',
    'yes',
    'inventory',
    'help',
    'ask',
    "don't",
  ),
  fc.string({ maxLength: 40 }),
)
/** Printed as they are, so what looks like an id stays. */
const narrations = fc.array(prose.map(withoutIdsOrGaps), { maxLength: 2 })
const results = list(
  fc.record({
    function: id,
    result: fc.constantFrom('success', 'refused'),
    reason: fc.oneof(prose, id),
    args: fc.dictionary(
      fc.constantFrom('item', 'to', 'amount'),
      fc.oneof(id, fc.nat(9), fc.boolean(), fc.constant(null)),
    ),
    narrations,
    description: prose,
    action: fc.constantFrom('item/take', 'item/drop', 'item/give', 'graph/transition', null),
    rolls: list(
      fc.record({
        dice: list(fc.nat(6)),
        add: fc.integer({ min: -3, max: 3 }),
        addedBy: orNull(name),
        total: fc.nat(20),
        success: orNull(fc.boolean()),
        isCheck: fc.boolean(),
      }),
    ),
  }),
)
const input = fc.record({
  view,
  before: orNull(view),
  message: orNull(words),
  openMessages: list(words),
  turn: fc.nat(50),
  narrations,
  results,
  describedNodeIds: list(id),
  cameFrom: fc.constant({ way_graph: 'some_node' }),
})

describe('any story and any message', () => {
  it('gives an offered call, or a text without ids and empty paragraphs', () => {
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

describe('a hostile message', () => {
  it.each([
    ['a hundred thousand letters', 'a'.repeat(100_000)],
    ['a hundred thousand words', 'go to the '.repeat(10_000)],
    ['only marks', '?!.,;'.repeat(20_000)],
    ['emoji', '🧭🕯️👩‍👩‍👧‍👦'.repeat(5_000)],
    ['HTML', '<script>alert("chapel")</script><img src=x onerror=alert(1)>'.repeat(1_000)],
    ['stacked accents', 'é'.normalize('NFD').concat('\u0301'.repeat(50_000))],
    ['lone surrogates', '\ud800'.repeat(50_000)],
    ['unclosed quotes', `say 'x${"aaaaaaaa'".repeat(5_000)}`],
    ['white space', ' \n\t'.repeat(30_000)],
  ])('of %s gets an answer in the story', (_, hostile) => {
    const narration = narrate(inputOf(square, { message: hostile }), new Set())
    expect(narration.kind === 'text' && narration.text).toMatch(/^[A-Z][^<]*[.?]$/s)
  })
})

function withoutIdsOrGaps(text: string): string {
  return text.replace(/[_\s]+/g, ' ')
}

const MESSAGE_WORDS =
  'take put give drop pay say ask go rest leap bow look examine use everything it the a to into over rope lantern ' +
  'cheese letter basket sack troll gnome coins 2 seven three yes no not meadow bridge and then all back inventory'
const anyMessage = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...MESSAGE_WORDS.split(' ')), { minLength: 1, maxLength: 6 })
      .map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
)

describe('any message in a gamebook with items, dice, a clock and a secret', () => {
  const gamebook = loadYaml(TOLL_BRIDGE)
  const model = createBuiltinNarrator({ wordDelayMs: 0 })

  it('gets an answer without ids and secrets, and the same messages give the same story', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { maxLength: 4 }), fc.nat(99), async (script, seed) => {
        const [first, again] = [new Play(gamebook, { model, seed }), new Play(gamebook, { model, seed })]
        for (const words of [null, ...script.filter((each) => each.trim() !== '')]) {
          if (first.state.ended !== undefined) break
          const isSecret = !(first.state.entities['gnome']?.['revealed'] === true)
          const { text } = await first.playTurn(words)
          expect(text.trim()).not.toBe('')
          expect(text).not.toMatch(/[a-z]_[0-9]/)
          if (isSecret && first.state.entities['gnome']?.['revealed'] !== true)
            expect(text).not.toMatch(/Wilibald|blinks/)
          await again.playTurn(words)
        }
        expect(again.turns).toEqual(first.turns)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('gets an answer without changes that the engine did not make', async () => {
    await fc.assert(
      fc.asyncProperty(anyMessage, async (words) => {
        fc.pre(words.trim() !== '')
        const play = new Play(gamebook, { model })
        await play.playTurn(null)
        const { calls, text } = await play.playTurn(words)
        if (calls.some((call) => !call.endsWith('(refused)'))) return
        expect(text).not.toMatch(/^You (take|put|give|pay|leap|say|face|rest)\b/)
        expect(text).not.toMatch(/: (down|up) to |go by|You (now|no longer) have /)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
