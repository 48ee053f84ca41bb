import { describe, expect, it } from 'vitest'

import type { Json } from '../json.ts'
import { buildTools } from '../prompt/buildTools.ts'
import type { World } from '../state/world.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { gamebookOf } from '../testSupport/findings.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import { after, call, codeOf, ignore, withState } from '../testSupport/playCalls.ts'
import type { CallOutcome } from './callFunction.ts'
import { endTurn } from './endTurn.ts'

const ferry = loadWorld(FERRY)

function ask(world: World, about: Json, who: Json = 'ferryman'): CallOutcome {
  return call(world, 'ask', { who, about })
}

const asking = (about: string): readonly [string, Json] => ['ask', { who: 'ferryman', about }]

describe('asking a speaker', () => {
  it("gives the author's words, then the effects, and remembers the topic", () => {
    const { state, receipts, result } = ask(ferry, 'drowned_son')
    expect(receipts).toEqual([
      {
        action: 'talk/ask',
        by: 'tool',
        function: 'ask',
        args: { entity_id: 'ferryman', topic: 'drowned_son' },
        result: 'applied',
        guards: [],
        changes: [],
        effects: [
          { action: 'core/narrate', args: { text: 'He was nine.' }, changes: [] },
          {
            action: 'state/add',
            args: { entity_id: 'player', field: 'nerve', amount: 1 },
            changes: [{ entity: 'player', field: 'nerve', before: 2, after: 3 }],
          },
          { action: 'talk/expect', args: { entity_id: 'ferryman', topic: 'forgive' }, changes: [] },
        ],
      },
    ])
    expect(result).toEqual({
      result: 'applied',
      changed: ['Asked: Ferryman', 'Nerve of Player: 2 → 3'],
      narrations: ['He was nine.'],
    })
    expect(state).toMatchObject({
      version: 2,
      discussed: { ferryman: ['drowned_son'] },
      expecting: { entity: 'ferryman', topic: 'forgive' },
    })
  })

  it.each([
    ['fare', 'fare'],
    ['What is the PRICE, then?', 'fare'],
    ['Can I pay with two  coins?', 'fare'],
    ['the fare', 'fare'],
    ['your boy', 'drowned_son'],
    ['the crossing to the other side', 'crossing'],
  ])('goes to the topic that the words name: %s', (words, topic) => {
    expect(ask(ferry, words).receipts[0]).toMatchObject({ result: 'applied', args: { topic } })
  })

  it('prefers the topic with the longest match, whole words only', () => {
    const brave = withState(ferry, { entities: { player: { nerve: 3 } } })
    expect(ask(brave, 'your son on the river bank').receipts[0]).toMatchObject({ args: { topic: 'river' } })
    expect(ask(brave, 'what fare for a crossing').receipts[0]).toMatchObject({ args: { topic: 'crossing' } })
    expect(codeOf(ask(brave, 'the season'))).toBe('no-such-topic')
  })

  it.each([
    ['no-such-speaker', 'nobody', 'fare'],
    ['no-such-speaker', 'landing', 'fare'],
    ['no-such-speaker', 'captain', 'orders'],
    ['no-such-speaker', '__proto__', 'fare'],
    ['no-such-topic', 'ferryman', 'the weather'],
    ['no-such-topic', 'ferryman', 'constructor'],
    ['no-such-topic', 'ferryman', ''],
    ['no-such-topic', 'ferryman', '\u0000💀 ]'],
    ['not-enabled', 'ferryman', 'river'],
    ['bad-arguments', 'ferryman', 'x'.repeat(501)],
    ['bad-arguments', 'x'.repeat(100_000), 'fare'],
    ['bad-arguments', null, 'fare'],
    ['bad-arguments', ['ferryman'], 'fare'],
    ['bad-arguments', 'ferryman', 3],
    ['bad-arguments', 'ferryman', { id: 'fare' }],
  ])('is refused with %s for %s', (code, who, about) => {
    const outcome = ask(ferry, about, who)
    expect(codeOf(outcome)).toBe(code)
    expect(outcome.state).toBe(ferry.state)
  })

  it.each([null, 'ask', [], { who: 'ferryman' }, { about: 'fare' }, { who: 'ferryman', about: 'fare', more: 1 }])(
    'is refused for arguments of another shape: %j',
    (args) => expect(codeOf(call(ferry, 'ask', args))).toBe('bad-arguments'),
  )

  it('is refused where the speaker is not', () => {
    const inHut = after(ferry, ['go_to', { to: 'hut' }])
    expect(codeOf(ask(inHut, 'fare'))).toBe('not-present')
  })

  it('says nothing of a topic without a label that can not be asked yet', () => {
    const known = ask(ferry, 'river')
    expect(known.receipts[0]?.guards).toEqual([
      { guard: 'ferryman.topics.river', source: 'player.nerve > 2', holds: false },
    ])
    const [secret, nothing] = ['murder', 'mulder'].map((about) => ask(ferry, about).receipts[0])
    expect({ ...secret, args: {} }).toEqual({ ...nothing, args: {} })
  })

  it('happens once for a topic that can be asked once', () => {
    const asked = after(ferry, asking('son'))
    expect(codeOf(ask(asked, 'drowned_son'))).toBe('not-enabled')
    expect(ask(asked, 'fare').state.discussed).toEqual({ ferryman: ['drowned_son', 'fare'] })
  })

  it('lets an effect of the answer move the player', () => {
    expect(ask(ferry, 'crossing').state.entities['map']).toEqual({ current_node_id: 'hut' })
  })
})

describe('an open question', () => {
  const open = after(ferry, asking('son'))

  it('takes words that name nothing else', () => {
    const { receipts, state } = ask(open, 'I am so very ... well')
    expect(receipts[0]).toMatchObject({ args: { topic: 'forgive' } })
    expect(state.expecting).toBeUndefined()
  })

  it('leaves words that name another topic to that topic, which closes it', () => {
    const { receipts, state } = ask(open, 'the fare')
    expect(receipts[0]).toMatchObject({ args: { topic: 'fare' } })
    expect(state.expecting).toBeUndefined()
  })

  it('closes when the speaker is gone, for good', () => {
    const back = after(open, ['go_to', { to: 'hut' }], ['go_to', { to: 'landing' }])
    expect(back.state.expecting).toBeUndefined()
    expect(codeOf(ask(back, 'I am so very ... well'))).toBe('no-such-topic')
  })

  it('survives the end of a turn', () => {
    expect(endTurn(open, ignore).state).toEqual(open.state)
  })

  it('does not open a topic that can not be asked', () => {
    const closed = withState(open, { expecting: { entity: 'ferryman', topic: 'murder' } })
    expect(codeOf(ask(closed, 'well'))).toBe('no-such-topic')
  })
})

describe('the function that asks', () => {
  const names = (yaml: string): readonly string[] => loadGamebook(yaml).functions.map(({ name }) => name)
  const speaker = (functions: string): string =>
    gamebookOf(
      `  - {name: Person, hidden: true, traits: [described, speaker], entities: [{id: ada, name: Ada, description: "", functions: [${functions}], topics: [{id: bell, about: [bell], say: Ding.}, {id: hen, about: [hen], enabled: 1 > 2, say: No.}]}]}`,
    )

  it('is the last one of a gamebook with topics', () => {
    expect(names(FERRY)).toEqual(['go_to', 'ask', 'nudge'])
    expect(names(speaker(''))).toEqual(['ask'])
    expect(names(speaker('').replace(/topics: .*/, 'topics: []}]}'))).toEqual([])
  })

  it('gives way to a function with the target "ask"', () => {
    const world = loadWorld(speaker('{name: question, target: ask, properties: {topic: What about?}}'))
    expect(world.gamebook.functions.map(({ name }) => name)).toEqual(['question'])
    const [tool] = buildTools(world, ignore)
    expect(tool?.parameters.properties).toEqual({ topic: { type: 'string', description: 'What about?' } })
    expect(call(world, 'question', { topic: 'that bell' }).receipts[0]).toMatchObject({
      args: { entity_id: 'ada', topic: 'bell' },
      result: 'applied',
    })
    expect(codeOf(call(world, 'question', { topic: 'hen' }))).toBe('no-such-topic')
    expect(codeOf(call(world, 'question', { topic: `bell ${'x'.repeat(500)}` }))).toBe('no-such-topic')
  })

  it('can ask about one thing', () => {
    const world = loadWorld(speaker('{name: ring, target: ask, args: {topic: bell}}'))
    expect(world.gamebook.functions.map(({ name }) => name)).toContain('ask')
    expect(buildTools(world, ignore)[0]?.parameters.properties).toEqual({})
    expect(codeOf(call(world, 'ring', {}))).toBe('applied')
  })

  it('can take the words from a parameter of the author', () => {
    const world = loadWorld(
      speaker('{name: ring, action: talk/ask, parameters: {said: text}, args: {topic: "=param.said"}}'),
    )
    expect(codeOf(call(world, 'ring', { said: 'bell' }))).toBe('applied')
  })

  it('is offered while there is someone to ask', () => {
    expect(buildTools(ferry, ignore).map(({ name }) => name)).toEqual(['go_to', 'ask', 'nudge'])
    const inHut = after(ferry, ['go_to', { to: 'hut' }])
    expect(buildTools(inHut, ignore).map(({ name }) => name)).toEqual(['go_to', 'nudge'])
  })

  it('names the topics with labels that can be asked now, and no others', () => {
    const tool = buildTools(ferry, ignore).find(({ name }) => name === 'ask')
    expect(tool?.parameters.properties['who']).toMatchObject({ type: 'string', enum: ['ferryman'] })
    const about = tool?.parameters.properties['about']
    expect(about).toMatchObject({ type: 'string' })
    expect(about?.description).toMatch(/\nferryman: the fare \(fare\)$/)
    expect(about).not.toHaveProperty('enum')
  })

  it('keeps its bytes while the choices stay', () => {
    const asked = after(ferry, asking('fare'))
    expect(JSON.stringify(buildTools(asked, ignore))).toBe(JSON.stringify(buildTools(ferry, ignore)))
  })
})

describe('actions of the author', () => {
  const world = loadWorld(
    gamebookOf(`  - name: Person
    hidden: true
    traits: [described, speaker]
    entities:
      - id: ada
        name: Ada
        description: ""
        enabled: 1 > 2
        topics:
          - {id: bell, about: [bell], enabled: 1 > 2, say: Ding., effects: [{talk/ask: {topic: hen}}]}
          - {id: hen, about: [hen], say: Cluck., effects: [{talk/ask: {topic: bell}}]}
          - {id: end, about: [end], say: So long.}
      - id: player
        name: Player
        description: ""
        functions:
          - {name: listen, effects: [{talk/ask: {entity_id: ada, topic: end}}]}
          - {name: circle, effects: [{talk/ask: {entity_id: ada, topic: bell}}]}
          - {name: wait, effects: [{talk/expect: {entity_id: ada, topic: end}}]}
          - {name: blunder, effects: [{talk/ask: {entity_id: "='player'", topic: end}}]}
          - {name: misname, effects: [{talk/ask: {entity_id: ada, topic: "='an end'"}}]}`),
  )

  it('are not bound by presence and conditions', () => {
    expect(call(world, 'listen', {}).result).toMatchObject({ result: 'applied', narrations: ['So long.'] })
  })

  it.each([
    ['no-such-topic', 'blunder'],
    ['no-such-topic', 'misname'],
    ['too-many-effects', 'circle'],
  ])('are refused with %s: %s', (code, name) => {
    const outcome = call(world, name, {})
    expect(codeOf(outcome)).toBe(code)
    expect(outcome.state).toBe(world.state)
  })

  it('leave no question open whose speaker is not there', () => {
    expect(call(world, 'wait', {}).state.expecting).toBeUndefined()
  })
})
