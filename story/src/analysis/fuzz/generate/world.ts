import type { Json } from '../../../json.ts'
import type { Chance } from './chance.ts'
import { INSIDE, type Conditions } from './conditions.ts'
import type { Effects, Part } from './effects.ts'
import type { Functions } from './functions.ts'
import { boatNodes, mixedNumbers, type Plan } from './plan.ts'

/** Writes the entities of a book. */
export class WorldWriter {
  private readonly chance: Chance
  private readonly plan: Plan
  private readonly conditions: Conditions
  private readonly effects: Effects
  private readonly functions: Functions

  constructor(chance: Chance, plan: Plan, conditions: Conditions, effects: Effects, functions: Functions) {
    this.chance = chance
    this.plan = plan
    this.conditions = conditions
    this.effects = effects
    this.functions = functions
  }

  graphs(): readonly Part[] {
    const { plan, functions } = this
    const { nodes, chapters } = plan
    return [
      type('Map', ['graph:Place'], [{ id: 'map', node_ids: [...nodes], functions: functions.movers('go', 0.95) }]),
      ...(plan.hasBoat
        ? [
            type(
              'Boat',
              ['graph:Place'],
              [{ id: 'boat', node_ids: [...boatNodes(plan)], functions: functions.movers('sail', 0.6) }],
            ),
          ]
        : []),
      ...(chapters.length === 0
        ? []
        : [
            type(
              'Plot',
              ['graph:Chapter'],
              [{ id: 'plot', node_ids: [...chapters], functions: functions.movers('turn_page', 0.5) }],
            ),
            type(
              'Chapter',
              ['described', 'graph_node'],
              chapters.map((id) => this.chapter(id)),
            ),
          ]),
      type(
        'Place',
        ['described', 'graph_node', 'container'],
        nodes.map((id) => this.place(id)),
      ),
    ]
  }

  private place(id: string): Part {
    const { chance, plan, conditions } = this
    const isEnding = plan.endings.includes(id)
    const isStart = id === plan.nodes[0]
    const others = plan.nodes.filter((node) => node !== id)
    const drawn = chance.some(others, isStart ? 0.6 : 0.45)
    const exits = id === plan.pit ? [] : drawn
    return {
      ...named(id),
      dark: chance.is(0.5),
      ...(isEnding && chance.is(0.95) && { ending: chance.pick<Json>([true, { title: id, kind: 'good' }]) }),
      ...(!isStart && this.when('requires', 0.12)),
      ...(!isStart && chance.is(0.06) && { secret: true }),
      ...this.when('open', 0.06),
      ...this.when('enabled', 0.06),
      ...(chance.is(0.15) && { on_enter: this.effects.effects(1) }),
      ...(chance.is(0.08) && { capacity: chance.between(0, 1) }),
      edges: isEnding
        ? []
        : [...exits.map((to) => this.edge(to)), ...chance.some(exits, 0.12).map((to) => this.secondEdge(to))],
      ...(chance.is(0.04) && { first_visit: `{{ ${conditions.condition(INSIDE)} }}` }),
    }
  }

  private edge(to: string): Json {
    if (this.chance.is(0.4)) return to
    return { to, ...this.when('enabled', 0.7), ...(this.chance.is(0.3) && { effects: this.effects.effects(1) }) }
  }

  private secondEdge(to: string): Json {
    return { id: `${to}_again`, to, label: 'again', ...this.when('enabled', 0.6), effects: this.effects.effects(1) }
  }

  private chapter(id: string): Part {
    const next = this.plan.chapters[this.plan.chapters.indexOf(id) + 1]
    return {
      ...named(id),
      ...(next === undefined && this.chance.is(0.15) && { ending: true }),
      ...(id !== this.plan.chapters[0] && this.when('requires', 0.1)),
      ...(this.chance.is(0.15) && { on_enter: this.effects.effects(1) }),
      edges: next === undefined ? [] : [this.edge(next)],
    }
  }

  people(): readonly Part[] {
    const { chance, plan, conditions } = this
    const mixed = mixedNumbers(plan)
    const player: Part = {
      ...named('player'),
      ...(plan.capacity !== null && { capacity: plan.capacity }),
      ...(plan.hasCustom && { odd: 1 }),
      ...(plan.hasComputed && {
        both: `=${conditions.condition(INSIDE)}`,
        sum: mixed.length > 0 ? `=${mixed.map(({ name }) => `player.${name}`).join(' + ')} + 1` : 3,
      }),
      functions: [
        ...this.functions.acts(),
        ...chance.list(chance.between(1, 3), (index) => this.functions.own(`act_${index}`)),
      ],
      triggers: this.functions.triggers(chance.pick([0, 1, 1, 2, 3])),
    }
    const mate: Part = {
      ...named('mate'),
      ...this.when('enabled', 0.3),
      ...this.when('open', 0.15),
      topics: plan.topics.map((id, index) => this.topic(id, index)),
    }
    const ghost: Part = {
      ...named('ghost'),
      ...(chance.is(0.6) ? { reveal_when: conditions.condition() } : { secret: true }),
      functions: chance.is(0.5) ? [this.functions.own('haunt')] : [],
      triggers: this.functions.triggers(chance.pick([0, 0, 1])),
    }
    return [
      {
        ...type(
          'Person',
          ['described', 'container', 'speaker'],
          [player, ...(plan.topics.length > 0 ? [mate] : []), ...(plan.hasGhost ? [ghost] : [])],
        ),
        fields: this.fields(),
      },
    ]
  }

  private topic(id: string, index: number): Part {
    return {
      id,
      about: [id],
      say: 'Well.',
      ...(index === 0 && this.chance.is(0.7) && { label: id }),
      ...this.when('enabled', 0.4),
      ...(this.chance.is(0.35) && { once: true }),
      ...(this.chance.is(0.5) && { effects: this.effects.effects(1) }),
    }
  }

  private fields(): Part {
    const { plan } = this
    return {
      ...Object.fromEntries(plan.flags.map((name) => [name, 'boolean'])),
      ...Object.fromEntries(
        plan.numbers.map(({ name, min, max, start, refuses }) => [
          name,
          {
            type: 'integer',
            default: start,
            ...(max !== null && { min, max }),
            ...(refuses && { on_bound: 'refuse' }),
          },
        ]),
      ),
      ...Object.fromEntries(
        plan.texts.map(({ name, values, start, isAsked }) => [
          name,
          {
            type: 'text',
            default: start,
            ...(values !== null && { values: [...values] }),
            ...(isAsked && { ask: 'start' }),
          },
        ]),
      ),
      ...(plan.hasList && { notes: { type: 'list', default: ['calm'], values: ['calm', 'wary', 'sesame', 'Anna'] } }),
      ...(plan.hasFriend && { friend: { type: 'entity', of: 'Person' } }),
    }
  }

  things(): readonly Part[] {
    const { plan, chance } = this
    const holders: readonly (string | null)[] = [plan.nodes[0], this.conditions.node(), 'player', null]
    const items = plan.items.map((id, index): Part => ({
      ...named(id),
      held_by: plan.hasBag && index === 1 && chance.is(0.4) ? 'thing' : (chance.find(holders) ?? null),
      ...this.when('portable', 0.15),
      ...this.when('enabled', 0.1),
      ...(chance.is(0.1) && { secret: true }),
      ...(plan.hasBag && index === 0 && { ...this.when('open', 0.3), ...(chance.is(0.4) && { capacity: 1 }) }),
    }))
    return items.length === 0
      ? []
      : [type('Thing', ['described', 'item', ...(plan.hasBag ? ['container'] : [])], items)]
  }

  clocks(): readonly Part[] {
    if (!this.plan.hasClock) return []
    return [type('Clock', ['clock'], [{ id: 'time', start: '23:00', minutes: this.chance.pick([0, 0, 5]) }])]
  }

  private when(key: string, share: number): Part {
    return this.chance.is(share) ? { [key]: this.conditions.condition(INSIDE) } : {}
  }
}

function type(name: string, traits: readonly string[], entities: readonly Part[]): Part {
  const listed = traits.map((trait): Json => {
    const [kind = '', nodeType] = trait.split(':')
    return nodeType === undefined ? kind : { name: kind, node_type_id: nodeType }
  })
  return { name, hidden: true, traits: listed, entities: [...entities] }
}

function named(id: string): Part {
  return { id, name: id.toUpperCase(), description: 'D.' }
}
