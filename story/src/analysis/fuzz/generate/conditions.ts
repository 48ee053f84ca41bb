import type { Chance, Weighted } from './chance.ts'
import { mixedNumbers, TEXTS, type Plan } from './plan.ts'

/** What an expression can read besides the state. */
export interface Readable {
  readonly parameters: readonly ParameterPlan[]
  /** Whether `roll.total` can be read. */
  readonly roll: boolean
  /**
   * Whether conditions of the gamebook and computed fields can be read by name. They can't read each other, or they
   * would depend on themselves.
   */
  readonly conditions: boolean
}

export interface ParameterPlan {
  readonly name: string
  readonly kind: 'small' | 'large' | 'boolean' | 'choice' | 'text' | 'entity'
}

export const STATE: Readable = { parameters: [], roll: false, conditions: true }
export const INSIDE: Readable = { ...STATE, conditions: false }

/** Writes conditions over the parts of a plan. */
export class Conditions {
  private readonly chance: Chance
  private readonly plan: Plan

  constructor(chance: Chance, plan: Plan) {
    this.chance = chance
    this.plan = plan
  }

  condition(readable: Readable = STATE): string {
    const { chance } = this
    if (chance.is(0.12)) return `${this.atom(readable)} and ${this.atom(readable)}`
    if (chance.is(0.1)) return `${this.atom(readable)} or ${this.atom(readable)}`
    if (chance.is(0.03)) return `(${this.atom(readable)}) if ${this.atom(readable)} else ${this.atom(readable)}`
    return this.atom(readable)
  }

  /** A list of conditions now and then: all of them must be true. */
  guard(readable: Readable = STATE): string | readonly string[] {
    const all = this.chance.is(0.1)
    return all ? [this.condition(readable), this.condition(readable)] : this.condition(readable)
  }

  private atom(readable: Readable): string {
    return this.chance.weigh(this.atoms(readable)) ?? 'true'
  }

  private atoms({ parameters, roll, conditions }: Readable): readonly Weighted<string>[] {
    const { chance, plan } = this
    const given = parameters.map((parameter): Weighted<string> => [12, () => this.ofParameter(parameter)])
    return [
      ...given,
      [2, () => `map.current_node_id ${chance.pick(['==', '==', '!='])} '${this.node()}'`],
      [0.5, () => `map.current_node_id in ['${this.node()}', '${this.node()}']`],
      [1, () => `visited(map, '${this.node()}')`],
      [0.3, () => 'map.current_node.dark'],
      [plan.countsVisits ? 3 : 0, () => `visits(map, '${this.node()}') ${this.comparison()} ${chance.between(1, 3)}`],
      ...plan.flags.map((flag): Weighted<string> => [2, () => `${chance.is(0.4) ? 'not ' : ''}player.${flag}`]),
      ...plan.numbers.map((): Weighted<string> => [2.5, () => this.ofNumber()]),
      ...plan.texts.map(({ name }): Weighted<string> => [2, () => `player.${name} == '${chance.pick(TEXTS)}'`]),
      [
        plan.hasList ? 2 : 0,
        () => chance.pick([`'${chance.pick(TEXTS)}' in player.notes`, 'count(player.notes) >= 2']),
      ],
      [plan.hasFriend ? 2 : 0, () => chance.pick(['player.friend == null', "player.friend.id == 'player'"])],
      [plan.hasCustom ? 2 : 0, () => chance.pick(['player.odd == 2', "player.odd == 'sesame'", 'player.odd > 1'])],
      [
        plan.hasComputed && conditions ? 2 : 0,
        () => chance.pick(['player.both', 'not player.both', 'player.sum >= 3']),
      ],
      ...plan.items.map((item): Weighted<string> => [2, () => this.ofItem(item, conditions)]),
      [plan.hasClock ? 3 : 0, () => this.ofClock()],
      ...plan.topics.map((topic): Weighted<string> => [1.5, () => `discussed(mate, '${topic}')`]),
      [plan.hasGhost ? 1.5 : 0, () => `${chance.is(0.3) ? 'not ' : ''}ghost.revealed`],
      [plan.chapters.length > 0 ? 2 : 0, () => `plot.current_node_id == '${this.chapter()}'`],
      [
        plan.hasBoat ? 2 : 0,
        () => `boat.current_node_id == ${chance.pick(['map.current_node_id', `'${this.node()}'`])}`,
      ],
      [conditions ? 0.4 : 0, () => `${this.node()}.${chance.pick(['open', 'requires', 'enabled'])}`],
      [roll ? 6 : 0, () => `roll.total ${this.comparison()} ${chance.between(2, 5)}`],
    ]
  }

  private ofParameter({ name, kind }: ParameterPlan): string {
    const { chance, plan } = this
    const field = chance.find(mixedNumbers(plan))?.name
    switch (kind) {
      case 'small':
      case 'large':
        if (field !== undefined && chance.is(0.5)) return `param.${name} ${this.comparison()} player.${field}`
        return kind === 'small'
          ? `param.${name} ${this.comparison()} ${chance.between(0, 3)}`
          : `param.${name} ${chance.pick(['>', '>', '>=', '==', '<', '<='])} ${this.largeNumber()}`
      case 'boolean':
        return `${chance.is(0.4) ? 'not ' : ''}param.${name}`
      case 'choice':
      case 'text': {
        const other = chance.find(plan.texts)?.name
        return `param.${name} == ${other !== undefined && chance.is(0.4) ? `player.${other}` : `'${chance.pick(TEXTS)}'`}`
      }
      case 'entity':
        return `param.${name}.id == '${this.node()}'`
    }
  }

  /** From a small set, so that several rules can meet at one. */
  largeNumber(): number {
    return this.chance.pick([7, 170, 4711])
  }

  private ofNumber(): string {
    const { chance, plan } = this
    const { name, min, max, isPlain } = chance.find(plan.numbers) ?? { name: '', min: 0, max: 0, isPlain: true }
    const other = chance.find(mixedNumbers(plan))?.name ?? name
    const field = `player.${name}`
    if (!isPlain) {
      if (chance.is(0.08)) return `10 / ${field} > 4`
      if (chance.is(0.08)) return `${field} + player.${other} ${this.comparison()} ${chance.between(1, 4)}`
      if (chance.is(0.06)) return `floor(${field} / 2) == ${chance.between(0, 2)}`
    }
    const calculation = chance.is(isPlain ? 0.4 : 0.1) ? this.calculation(field) : null
    if (calculation !== null && chance.is(0.2)) return `${chance.between(0, 3)} ${this.comparison()} ${calculation}`
    if (calculation !== null) return `${calculation} ${this.comparison()} ${chance.pick([0, 1, 1.5, 2, 3, 85])}`
    return `${field} ${this.comparison()} ${chance.between(min, (max ?? 5) + Number(chance.is(0.05)))}`
  }

  /** With one number, which the checker reads by where the comparison changes. */
  private calculation(field: string): string {
    return this.chance.pick([
      `${field} / 2`,
      `${field} / 2`,
      `${field} * 2`,
      `${field} * 3 - 1`,
      `(${field} + 1) / 2`,
      `(${field} - 1) / -2`,
      `4 - ${field}`,
      `-${field}`,
      `-(${field} / 3)`,
      `${field} * 0`,
      `6 / ${field}`,
      `4 - 6 / (${field} * 2 - 3)`,
    ])
  }

  private ofItem(item: string, conditions: boolean): string {
    const { chance } = this
    return chance.pick([
      `'${item}' in player.items`,
      `'${item}' in player.items`,
      `'${item}' not in player.items`,
      `count(player.items) >= ${chance.between(1, 2)}`,
      `${item}.held_by == '${this.node()}'`,
      `${item}.held_by == map.current_node_id`,
      `${item}.holder == ${chance.pick(['null', 'map.current_node'])}`,
      conditions ? `${item}.portable` : `'${item}' in ${this.node()}.items`,
    ])
  }

  private ofClock(): string {
    const { chance } = this
    const minutes = String(chance.pick([0, 10, 15, 29, 30, 31, 40, 45, 59]))
    return chance.pick([
      `time.minutes ${this.comparison()} ${chance.pick([5, 10, 20, 30, 45, 60, 90])}`,
      `time.time_of_day >= '23:${minutes.padStart(2, '0')}'`,
      `time.time_of_day == '23:${minutes.padStart(2, '0')}'`,
      'time.day > 1',
    ])
  }

  comparison(): string {
    return this.chance.pick(['>=', '>=', '==', '==', '<', '>', '<=', '!='])
  }

  node(): string {
    return this.chance.pick(this.plan.nodes)
  }

  chapter(): string {
    return this.chance.find(this.plan.chapters) ?? 'one'
  }
}
