import fc from 'fast-check'

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
const detail = fc.record({ words: list(name), text: prose.map(withoutIdsOrGaps) })
const topicId = fc.constantFrom('the_bell', 'the_toll')
const topic = fc.record({
  id: topicId,
  about: list(fc.oneof(name, fc.constantFrom('bell', 'the old toll', 'it'))),
  label: orNull(name),
  isDiscussed: fc.boolean(),
  isUsedUp: fc.boolean(),
})
const personId = fc.constantFrom('some_man', 'some_bag')
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
    fc.record({
      graphId,
      graphName: orNull(name),
      nodeId: id,
      name: fc.oneof(name, id),
      description: prose,
      details: list(detail),
    }),
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
      details: list(detail),
    }),
  ),
  inventoryIds: fc.constantFrom([], ['some_bag']),
  clocks: list(fc.record({ id: holder, minutes: fc.nat(5000), day: fc.nat(3), timeOfDay: fc.constant('10:20') })),
  speakers: list(fc.record({ id: personId, name: orNull(name), topics: list(topic) })),
  expecting: orNull(fc.record({ speakerId: personId, topicId })),
  suggestions: fc.boolean(),
  functions: list(
    fc.record({
      name: fc.oneof(id, fc.constantFrom('go_to', 'light_lamp')),
      description: fc.oneof(prose, id),
      ownerId: id,
      action: fc.constantFrom('graph/transition', 'item/take', 'item/drop', 'item/give', 'clock/advance', null),
      graphId: orNull(graphId),
      targets: orNull(list(target)),
      parameters: list(parameter),
      asks: orNull(
        fc.record({ speakerId: orNull(personId), speakerParameter: orNull(fc.constant('who')), topicParameter: id }),
      ),
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
    'ask about the bell',
    'what about the toll?',
    'ask the man where it is',
    'talk to him',
    'examine it',
    'because I love her',
  ),
  fc.string({ maxLength: 40 }),
)
/** Printed as they are, so what looks like an id stays. */
const narrations = fc.array(prose.map(withoutIdsOrGaps), { maxLength: 2 })
const results = list(
  fc.record({
    function: id,
    result: fc.constantFrom('applied', 'refused'),
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
    movedTo: orNull(id),
  }),
)
/** Any turn in any story, for the built-in narrator. */
export const anyInput = fc.record({
  view,
  before: orNull(view),
  message: orNull(words),
  openMessages: list(words),
  turn: fc.nat(50),
  narrations,
  results,
  describedNodeIds: list(id),
  knownPlaces: list(
    fc.record({
      graphId: fc.constant('way_graph'),
      nodeId: id,
      name,
      edgeIds: orNull(list(id)),
      reason: orNull(words),
    }),
  ),
  recentTexts: list(words),
  cameFrom: fc.constant({ way_graph: 'some_node' }),
  lastSpeakerId: orNull(personId),
})

function withoutIdsOrGaps(text: string): string {
  return text.replace(/[_\s]+/g, ' ')
}
