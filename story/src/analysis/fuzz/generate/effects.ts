import type { Json } from '../../../json.ts'
import type { Chance, Weighted } from './chance.ts'
import { STATE, type Conditions, type ParameterPlan, type Readable } from './conditions.ts'
import { boatNodes, mixedNumbers, TEXTS, type NumberField, type Plan } from './plan.ts'

export interface Part {
  readonly [key: string]: Json
}

/** Writes effects over the parts of a plan. */
export class Effects {
  private readonly chance: Chance
  private readonly plan: Plan
  private readonly conditions: Conditions

  constructor(chance: Chance, plan: Plan, conditions: Conditions) {
    this.chance = chance
    this.plan = plan
    this.conditions = conditions
  }

  effects(count: number, readable: Readable = STATE): readonly Part[] {
    return this.chance.list(count, () => this.effect(readable))
  }

  private effect(readable: Readable, depth = 0): Part {
    const made = this.chance.weigh(this.makers(readable, depth)) ?? { narrate: 'Nothing.' }
    return this.chance.is(0.2) ? { ...made, if: this.conditions.condition(readable) } : made
  }

  private makers(readable: Readable, depth: number): readonly Weighted<Part>[] {
    const { chance, plan, conditions } = this
    const ofItem = plan.items.map((item): Weighted<Part> => [1.5, () => this.moveItem(item)])
    return [
      ...plan.flags.map((field): Weighted<Part> => [3, () => this.writeFlag(field, readable)]),
      ...plan.numbers.map((field): Weighted<Part> => [3, () => this.writeNumber(field, readable)]),
      ...plan.texts.map(({ name, values }): Weighted<Part> => [2, () => this.writeText(name, values, readable)]),
      ...ofItem,
      [plan.hasList ? 2 : 0, () => this.writeList(readable)],
      [plan.hasFriend ? 2 : 0, () => set('friend', chance.pick(['player', null]))],
      [plan.hasCustom ? 2 : 0, () => set('odd', chance.pick([1, 2, 'sesame', null]))],
      [1, () => ({ 'graph/transition': { entity_id: 'map', to: conditions.node() } })],
      [
        plan.chapters.length > 0 ? 2 : 0,
        () => ({ 'graph/transition': { entity_id: 'plot', to: conditions.chapter() } }),
      ],
      [
        plan.hasBoat ? 2 : 0,
        () => ({ 'graph/transition': { entity_id: 'boat', to: chance.find(boatNodes(plan)) ?? 'start' } }),
      ],
      [plan.hasClock ? 1 : 0, () => ({ 'clock/advance': { entity_id: 'time', minutes: chance.pick([10, 15, 30]) } })],
      [plan.hasGhost ? 1.5 : 0, () => ({ 'core/reveal': { entity_id: 'ghost' } })],
      [0.25, () => ({ 'core/end-game': { reason: chance.pick(['done', 'lost']) } })],
      [0.2, () => ({ 'core/reset-game': {} })],
      [plan.topics.length > 0 ? 1 : 0, () => this.talk()],
      [0.3, () => ({ 'story/heard': { loud: true } })],
      [
        0.4,
        () => ({
          narrate: `It is {{ ${chance.find(mixedNumbers(plan))?.name === 'n0' ? '10 / player.n0' : 'map.current_node_id'} }}.`,
        }),
      ],
      [depth === 0 ? 0.7 : 0, () => this.roll(readable)],
    ]
  }

  private writeFlag(field: string, { parameters }: Readable): Part {
    const { chance, conditions } = this
    const given = parameters.find(({ kind }) => kind === 'boolean')
    if (given !== undefined && chance.is(0.4)) return set(field, `=param.${given.name}`)
    if (chance.is(0.3)) return { 'state/toggle': { entity_id: 'player', field } }
    return set(field, chance.pick([true, true, false, `=${conditions.condition()}`]))
  }

  private writeNumber({ name, min, max, isPlain }: NumberField, { parameters, roll }: Readable): Part {
    const { chance } = this
    const given = parameters.find(({ kind }) => kind === 'small' || (kind === 'large' && max === null))
    const add = (amount: Json): Part => ({ 'state/add': { entity_id: 'player', field: name, amount } })
    if (roll && chance.is(0.4)) return add('=roll.total')
    if (given !== undefined && chance.is(0.4))
      return chance.is(0.5) ? set(name, `=param.${given.name}`) : add(`=param.${given.name}`)
    if (!isPlain && chance.is(0.06)) return add(`=4 / player.${name}`)
    if (!isPlain && chance.is(0.06)) return set(name, `=player.${name} * 2`)
    if (chance.is(0.25)) return set(name, chance.between(min, max ?? 3))
    return add(chance.pick([1, 1, 1, 2, -1, -2]))
  }

  private writeText(field: string, values: readonly string[] | null, { parameters }: Readable): Part {
    const given = parameters.find(({ kind }) => kind === 'text' || kind === 'choice')
    if (given !== undefined && this.chance.is(0.5)) return set(field, `=param.${given.name}`)
    return set(field, this.chance.find(values ?? TEXTS) ?? '')
  }

  private writeList({ parameters }: Readable): Part {
    const given = parameters.find(({ kind }) => kind === 'text' || kind === 'choice')
    const value = given !== undefined && this.chance.is(0.4) ? `=param.${given.name}` : this.chance.pick(TEXTS)
    return {
      [this.chance.pick(['list/add', 'list/add', 'list/remove'])]: { entity_id: 'player', field: 'notes', value },
    }
  }

  private moveItem(item: string): Part {
    const { chance, plan, conditions } = this
    const holders = [conditions.node(), 'player', ...(plan.hasBag && item !== 'thing' ? ['thing'] : [])]
    return chance.pick<Part>([
      { 'item/take': { entity_id: 'player', item } },
      { 'item/drop': { entity_id: 'player', item } },
      { 'item/drop': { entity_id: 'player', item, to: conditions.node() } },
      { 'item/give': { entity_id: 'player', item, to: chance.find(holders) ?? 'player' } },
      { 'item/take': { entity_id: conditions.node(), item } },
    ])
  }

  private talk(): Part {
    const topic = this.chance.find(this.plan.topics) ?? ''
    return { [this.chance.pick(['talk/expect', 'talk/expect', 'talk/ask'])]: { entity_id: 'mate', topic } }
  }

  /** A roll with consequences. */
  private roll(readable: Readable): Part {
    const inside = { ...readable, roll: true }
    const consequences = { on_success: [this.effect(inside, 1)], on_failure: [this.effect(inside, 1)] }
    return { 'dice/roll': { ...this.dice(readable), at_least: this.chance.between(2, 3), ...consequences } }
  }

  /** The dice of a roll, with a bonus and a field for the total now and then. */
  dice({ parameters }: Readable): Part {
    const { chance, plan } = this
    const field = chance.find(mixedNumbers(plan))
    const given: ParameterPlan | undefined = parameters.find(({ kind }) => kind === 'small')
    return {
      roll: chance.pick(['1d3', '1d2', '2d2', 'd4']),
      ...(field !== undefined && chance.is(0.4) && { add: `=player.${field.name}` }),
      ...(field === undefined && given !== undefined && { add: `=param.${given.name}` }),
      ...(field !== undefined && chance.is(0.25) && { entity_id: 'player', into: field.name }),
    }
  }
}

function set(field: string, value: Json): Part {
  return { 'state/set': { entity_id: 'player', field, value } }
}
