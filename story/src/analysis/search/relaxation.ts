import type { Cone, ConeLeaf, ConeNode, ConeTest, ConeTrigger } from '../cone/cone.ts'
import type { Write } from '../programs/program.ts'
import { placesOf, type SearchGoal } from './searchGoal.ts'
import { StateFacts } from './stateFacts.ts'

/**
 * A cone in which nothing that was true becomes false: a variable keeps all values that it has had. What can't be
 * reached here can't be reached in the cone.
 */
export interface Relaxation {
  /** Those before `stateFacts.count` are facts of a state. */
  readonly factCount: number
  readonly stateFacts: StateFacts
  /** True in every state. */
  readonly always: number
  readonly actions: readonly RelaxedAction[]
  /** The facts that are all true when a goal is met. */
  readonly factsOf: (goal: SearchGoal) => readonly number[]
}

/** Once all facts of `needs` are true, those of `adds` can be. */
export interface RelaxedAction {
  readonly needs: readonly number[]
  readonly adds: readonly number[]
  /** How many calls it takes. */
  readonly cost: number
}

export function relax(cone: Cone): Relaxation {
  const builder = new RelaxationBuilder(cone)
  return {
    factCount: builder.factCount,
    stateFacts: builder.stateFacts,
    always: builder.always,
    actions: builder.actions,
    factsOf: (goal) => builder.factsOf(goal),
  }
}

class RelaxationBuilder {
  readonly stateFacts: StateFacts
  factCount: number
  readonly always: number
  readonly actions: RelaxedAction[] = []
  private readonly cone: Cone
  private readonly anyEnding: number
  private readonly endings: readonly number[]
  private readonly goals: readonly number[]
  /** By trigger: it would fire if its condition became true. */
  private readonly ready: readonly number[]
  private readonly places: ReadonlyMap<number, number>
  private readonly valueCounts: ReadonlyMap<number, number>
  /** That a call or effect comes to a node. Equal nodes of different programs are one fact. */
  private readonly reached = new Map<ConeNode, number>()
  private readonly sets = new Map<string, number>()
  private readonly additions = new Map<string, number>()

  constructor(cone: Cone) {
    this.cone = cone
    this.stateFacts = new StateFacts(cone)
    this.factCount = this.stateFacts.count
    this.places = new Map(cone.variables.map((variable, position) => [variable, position]))
    this.valueCounts = new Map(cone.variables.map((variable) => [variable, cone.valuesOf(variable).length]))
    this.always = this.newFact()
    this.anyEnding = this.newFact()
    this.endings = cone.endings.map(() => this.newFact())
    this.goals = cone.goals.map(() => this.newFact())
    this.ready = cone.triggers.map(() => this.newFact())
    for (const { root } of cone.programs) this.run(root, this.always, 1)
    cone.triggers.forEach((trigger, index) => this.addTrigger(trigger, index))
  }

  factsOf(goal: SearchGoal): readonly number[] {
    switch (goal.kind) {
      case 'event':
        return this.goals.slice(goal.goal, goal.goal + 1)
      case 'ending':
        return goal.ending === null ? [this.anyEnding] : this.endings.slice(goal.ending - 1, goal.ending)
      case 'values':
        return placesOf(this.cone, goal.values).map(([position, value]) => this.stateFacts.of(position, value))
    }
  }

  private newFact(): number {
    this.factCount += 1
    return this.factCount - 1
  }

  private act(needs: readonly number[], adds: readonly number[], cost: number): void {
    this.cone.deadline.step()
    if (adds.length > 0) this.actions.push({ needs, adds, cost })
  }

  private run(root: ConeNode, from: number, cost: number): void {
    this.follow(root, from, cost, this.reached, (leaf) => this.effectsOf(leaf))
  }

  /**
   * A trigger fires when its condition is true and was false before. In a state between two calls the condition of a
   * trigger that hasn't just fired says itself whether it was.
   */
  private addTrigger({ condition, effects, firedVariable, onVariable }: ConeTrigger, index: number): void {
    const isTrue = this.newFact()
    const isDue = this.newFact()
    const wasFalse = onVariable === null ? (this.ready[index] ?? this.always) : this.valueFact(onVariable, 0)
    const turnedOn = onVariable === null ? [] : this.yesFacts(onVariable)
    this.follow(condition, this.always, 0, new Map(), ({ answer, goals }) => [
      ...(answer === true ? [isTrue, ...turnedOn] : [wasFalse]),
      ...this.goalFacts(goals),
    ])
    const hasNotFired = firedVariable === null ? [] : [this.valueFact(firedVariable, 0)]
    const fires = firedVariable === null ? [] : this.yesFacts(firedVariable)
    this.act([isTrue, wasFalse, ...hasNotFired], [isDue, ...fires], 0)
    for (const effect of effects) this.run(effect, isDue, 0)
  }

  /** From a fact to the nodes below a root, and to what happens in their leaves. */
  private follow(
    root: ConeNode,
    from: number,
    cost: number,
    reached: Map<ConeNode, number>,
    happensIn: (leaf: ConeLeaf) => readonly number[],
  ): void {
    const pending: ConeNode[] = []
    const factOf = (node: ConeNode): number => {
      const known = reached.get(node)
      if (known !== undefined) return known
      const fact = this.newFact()
      reached.set(node, fact)
      pending.push(node)
      return fact
    }
    this.act([from], [factOf(root)], cost)
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const here = factOf(node)
      if (node.kind === 'leaf') this.act([here], happensIn(node), 0)
      else if (node.kind === 'choice') for (const kid of node.kids) this.act([here], [factOf(kid)], 0)
      else
        for (const [kid, values] of valuesByKid(node))
          if (kid.kind !== 'leaf' || happensIn(kid).length > 0)
            this.act([here, ...this.oneOf(node.variable, values)], [factOf(kid)], 0)
    }
  }

  private effectsOf(leaf: ConeLeaf): readonly number[] {
    const { endings, anyEnding } = this
    return [
      ...(leaf.resets ? [...this.startFacts(), ...this.ready] : []),
      ...leaf.writes.flatMap((write) => this.writtenFacts(write)),
      ...(leaf.ended === 0 ? [] : [anyEnding, ...endings.slice(leaf.ended - 1, leaf.ended)]),
      ...this.goalFacts(leaf.goals),
    ]
  }

  private goalFacts(goals: readonly number[]): readonly number[] {
    return goals.map((goal) => this.goals[goal] ?? this.always)
  }

  private startFacts(): readonly number[] {
    return this.cone.variables.map((variable) => this.valueFact(variable, 0))
  }

  private valueFact(variable: number, value: number): number {
    return this.stateFacts.of(this.placeOf(variable), this.cone.representative(variable, value))
  }

  /** That a trigger remembers something: any value but the one at the start. */
  private yesFacts(variable: number): readonly number[] {
    const values = this.cone.valuesOf(variable).filter((value) => value !== 0)
    return values.map((value) => this.valueFact(variable, value))
  }

  private placeOf(variable: number): number {
    const position = this.places.get(variable)
    if (position === undefined) throw new RangeError(`Variable ${variable} is not in the cone.`)
    return position
  }

  /** That a variable has one of these values, or nothing if those are all that it can have. */
  private oneOf(variable: number, values: readonly number[]): readonly number[] {
    const possible = [...new Set(values.map((value) => this.cone.representative(variable, value)))]
    const [first] = possible
    if (possible.length === this.valueCounts.get(variable)) return []
    if (first !== undefined && possible.length === 1) return [this.valueFact(variable, first)]
    possible.sort((one, other) => one - other)
    const key = `${variable}: ${possible.join()}`
    const known = this.sets.get(key)
    if (known !== undefined) return [known]
    const fact = this.newFact()
    this.sets.set(key, fact)
    for (const value of possible) this.act([this.valueFact(variable, value)], [fact], 0)
    return [fact]
  }

  private writtenFacts(write: Write): readonly number[] {
    if (write.kind === 'add') return [this.additionFact(write)]
    return this.cone.valuesAfter(write, 0).map((value) => this.valueFact(write.variable, value))
  }

  /** That an addition can be made, as often as it takes, to each value that the variable has. */
  private additionFact(write: Extract<Write, { kind: 'add' }>): number {
    const { variable, amount, min, max } = write
    const key = `${variable}: ${amount} ${min} ${max}`
    const known = this.additions.get(key)
    if (known !== undefined) return known
    const fact = this.newFact()
    this.additions.set(key, fact)
    for (const value of this.cone.valuesOf(variable)) {
      const sum = this.cone.add(write, value)
      if (sum !== value) this.act([this.valueFact(variable, value), fact], [this.valueFact(variable, sum)], 0)
    }
    return fact
  }
}

/** What a variable leads to by its values. Tests of the same variable one after the other count as one. */
function valuesByKid({ variable, branches }: ConeTest): ReadonlyMap<ConeNode, readonly number[]> {
  const values = new Map<ConeNode, number[]>()
  for (const [value, branch] of branches) {
    let kid = branch
    while (kid.kind === 'test' && kid.variable === variable) {
      const next = kid.branches.get(value)
      if (next === undefined) break
      kid = next
    }
    const list = values.get(kid)
    if (list === undefined) values.set(kid, [value])
    else list.push(value)
  }
  return values
}
