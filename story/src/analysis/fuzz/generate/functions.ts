import type { Json } from '../../../json.ts'
import type { Chance, Weighted } from './chance.ts'
import { STATE, type Conditions, type ParameterPlan, type Readable } from './conditions.ts'
import type { Effects, Part } from './effects.ts'
import type { Plan } from './plan.ts'

/** Writes functions and triggers. */
export class Functions {
  private readonly chance: Chance
  private readonly plan: Plan
  private readonly conditions: Conditions
  private readonly effects: Effects

  constructor(chance: Chance, plan: Plan, conditions: Conditions, effects: Effects) {
    this.chance = chance
    this.plan = plan
    this.conditions = conditions
    this.effects = effects
  }

  /** What moves a graph. Without one, only effects move it. */
  movers(name: string, share: number): readonly Part[] {
    if (!this.chance.is(share)) return []
    return [{ target: 'transition', name, ...this.guard(0.15), ...this.check(0.06), ...this.followUp(0.25) }]
  }

  /** What the player does with things, time and people. */
  acts(): readonly Part[] {
    const { chance, plan } = this
    const act = (target: string, name: string, more: Part = {}): Part => ({
      target,
      name,
      ...more,
      ...this.guard(0.15),
      ...this.followUp(0.15),
    })
    return [
      ...(plan.items.length > 0 ? [act('take', 'take')] : []),
      ...(plan.items.length > 0 && chance.is(0.6) ? [act('drop', 'put_down')] : []),
      ...(plan.items.length > 0 && chance.is(0.3) ? [act('give', 'give')] : []),
      ...(plan.hasClock ? [this.wait()] : []),
      ...(plan.topics.length > 0 && chance.is(0.3)
        ? [act('ask', 'question', { args: { entity_id: 'mate' }, ...(chance.is(0.3) && { enabled: true }) })]
        : []),
    ]
  }

  private wait(): Part {
    const isChosen = this.chance.is(0.4)
    const until = this.plan.isEndless ? {} : { enabled: `time.minutes < ${this.chance.pick([20, 45, 80])}` }
    const minutes = this.chance.pick([10, 15, 30])
    return {
      target: 'advance',
      name: 'wait',
      ...until,
      args: { entity_id: 'time', ...(!isChosen && { minutes }) },
      ...(isChosen && { parameters: { minutes: { type: 'integer', min: 5, max: this.chance.pick([7, 10]) } } }),
    }
  }

  own(name: string): Part {
    const { chance } = this
    const parameters = chance.list(chance.pick([0, 0, 0, 1, 1, 2]), (index) => this.parameter(`p${index}`))
    const readable: Readable = { ...STATE, parameters }
    const effects = this.effects.effects(chance.pick([1, 1, 2]), readable)
    // A guard can't read parameters, so an effect does.
    const first = effects[0] ?? {}
    const decided = parameters.length > 0 ? { ...first, if: this.conditions.condition(readable) } : first
    return {
      name,
      ...(chance.is(0.05) && { action: 'story/act' }),
      ...(parameters.length > 0 && {
        parameters: Object.fromEntries(parameters.map((one) => [one.name, this.declaration(one)])),
      }),
      ...this.guard(0.45),
      ...this.check(0.25, readable),
      effects: [decided, ...effects.slice(1)],
    }
  }

  private parameter(name: string): ParameterPlan {
    const kind = this.chance.weigh<ParameterPlan['kind']>([
      [3, () => 'small'],
      [2.5, () => 'large'],
      [1.5, () => 'boolean'],
      [1, () => 'choice'],
      [1, () => 'text'],
      [1, () => 'entity'],
    ])
    return { name, kind: kind ?? 'small' }
  }

  private declaration({ kind }: ParameterPlan): Json {
    const optional = this.chance.is(0.1) ? { required: false } : {}
    switch (kind) {
      case 'small':
        return { type: 'integer', min: 0, max: 3, ...optional }
      case 'large':
        return { type: 'integer', min: 0, max: 9999 }
      case 'boolean':
        return 'boolean'
      case 'choice':
        return { type: 'choice', values: ['calm', 'wary', 'sesame'], ...optional }
      case 'text':
        return { type: 'text', max_length: 20, ...optional }
      case 'entity':
        return { type: 'entity', of: this.chance.pick<Json>(['Place', ['Place', 'Person']]) }
    }
  }

  private guard(share: number): Part {
    return this.chance.is(share) ? { enabled: copy(this.conditions.guard()) } : {}
  }

  private check(share: number, readable: Readable = STATE): Part {
    if (!this.chance.is(share)) return {}
    const inside = { ...readable, roll: true }
    return {
      check: {
        ...this.effects.dice(readable),
        at_least: this.chance.pick<Json>([2, 3, 3, 4, 6]),
        ...(this.chance.is(0.8) && { on_success: this.effects.effects(1, inside) }),
        ...(this.chance.is(0.5) && { on_failure: this.effects.effects(1, inside) }),
      },
    }
  }

  private followUp(share: number): Part {
    if (!this.chance.is(share)) return {}
    const makers: readonly Weighted<Json>[] = [
      [
        this.plan.hasClock && !this.plan.isEndless ? 0 : Number(this.plan.hasClock),
        () => ({ 'clock/advance': { entity_id: 'time', minutes: 10 } }),
      ],
      [3, () => this.effects.effects(1)[0] ?? {}],
    ]
    return { effects: [this.chance.weigh(makers) ?? {}] }
  }

  triggers(count: number): readonly Part[] {
    return this.chance.list(count, (index) => ({
      ...(this.chance.is(0.5) && { id: `t${index}` }),
      condition: copy(this.conditions.guard()),
      ...(this.chance.is(0.35) && { once: true }),
      effects: this.effects.effects(this.chance.pick([1, 1, 2])),
    }))
  }
}

function copy(value: string | readonly string[]): Json {
  return typeof value === 'string' ? value : [...value]
}
