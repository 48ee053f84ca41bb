import type { StoryEvent } from '../programs/event.ts'
import type { Leaf, Program } from '../programs/program.ts'
import type { Programs, TriggerPrograms } from '../programs/programs.ts'
import type { ValueSets } from '../values/valueSets.ts'
import type { ConeLeaf, ConeNode, ConeTrigger, GamebookCone } from './cone.ts'
import { ConditionRises } from './conditionRises.ts'
import { ConeDoubts } from './coneDoubts.ts'
import { ConeNodes } from './coneNodes.ts'
import { ConeValues } from './coneValues.ts'
import { programFacts, type ProgramFacts } from './programFacts.ts'
import type { Question } from './question.ts'
import { ProgramReducer, type Kept } from './reducePrograms.ts'
import { longChains } from './triggerChains.ts'

/** Builds cones that share what is equal in them. */
export function createConeBuilder(programs: Programs, sets: ValueSets): (question: Question) => GamebookCone {
  const shared = new SharedReductions(programs, sets)
  return (question) => new ConeBuilder(programs, sets, shared, question).build()
}

/** What does not depend on the question, and the reductions that questions have in common. */
class SharedReductions {
  readonly reducer: ProgramReducer
  readonly rises: ConditionRises
  readonly doubts: ConeDoubts
  readonly writersOf = new Map<number, Program[]>()
  readonly programsWith = new Map<StoryEvent, Program[]>()
  readonly facts = new Map<Program, ProgramFacts>()
  private readonly reduced = new Map<string, ConeNode>()

  constructor(programs: Programs, sets: ValueSets) {
    this.reducer = new ProgramReducer(programs, sets, new ConeNodes())
    const { nodes } = this.reducer
    this.rises = new ConditionRises(nodes, (write, value) => sets.sumsOf(write, value), programs.deadline)
    this.doubts = new ConeDoubts(sets)
    for (const program of programs.programs) {
      const facts = programFacts(programs, sets, program)
      this.facts.set(program, facts)
      for (const variable of facts.writes) addTo(this.writersOf, variable, program)
      for (const event of facts.events) addTo(this.programsWith, event, program)
    }
  }

  factsOf(program: Program): ProgramFacts {
    const facts = this.facts.get(program)
    if (facts === undefined) throw new Error(`There is no program ${program.index}`)
    return facts
  }

  reduce(program: Program, kept: Kept): ConeNode {
    const { writes, events } = this.factsOf(program)
    const variables = smaller(writes, kept.variables)
    const goals = [...kept.goals].filter(([event]) => events.has(event))
    const key = `${program.index} ${variables.join()} ${goals.flat().join()} ${kept.endings}`
    const known = this.reduced.get(key)
    if (known !== undefined) return known
    const node = this.reducer.reduce(program, kept)
    this.reduced.set(key, node)
    return node
  }
}

class ConeBuilder {
  private readonly programs: Programs
  private readonly sets: ValueSets
  private readonly shared: SharedReductions
  private readonly question: Question
  private readonly variables = new Set<number>()
  private readonly roots = new Map<Program, ConeNode>()
  /** The triggers with an effect that does something here. */
  private readonly acting = new Set<TriggerPrograms>()
  private readonly waiting = new Set<Program>()
  private readonly kept: Kept

  constructor(programs: Programs, sets: ValueSets, shared: SharedReductions, question: Question) {
    this.programs = programs
    this.sets = sets
    this.shared = shared
    this.question = question
    const goals = new Map(question.goals.map((event, position) => [event, position]))
    this.kept = { variables: this.variables, goals, endings: question.endings }
  }

  build(): GamebookCone {
    for (const goal of this.question.goals) {
      for (const program of this.shared.programsWith.get(goal) ?? []) this.waiting.add(program)
    }
    for (const [program, { ends, resets }] of this.shared.facts) {
      if ((ends && this.question.endings === 'all') || resets) this.waiting.add(program)
    }
    this.reduceWaiting()
    const { deadline } = this.programs
    const looped = longChains(this.triggers(), (trigger) => this.rootsOf(trigger), this.shared.rises, deadline)
    for (const { onVariable } of looped) if (onVariable !== null) this.keep(onVariable)
    return this.toCone(looped)
  }

  private reduceWaiting(): void {
    for (const program of this.waiting) {
      this.waiting.delete(program)
      const root = this.shared.reduce(program, this.kept)
      if (root === this.roots.get(program)) continue
      this.roots.set(program, root)
      if (root === this.shared.reducer.nodes.nothing) continue
      if (program.subject.kind === 'effect') this.activate(program.subject.trigger)
      for (const variable of this.shared.reducer.nodes.testedBy(root)) this.keep(variable)
    }
  }

  private activate(index: number): void {
    const trigger = this.programs.triggers[index]
    if (trigger === undefined || this.acting.has(trigger)) return
    this.acting.add(trigger)
    this.waiting.add(trigger.condition)
    if (trigger.firedVariable !== null) this.keep(trigger.firedVariable)
    const { fails } = this.shared.factsOf(trigger.condition)
    if (fails && trigger.onVariable !== null) this.keep(trigger.onVariable)
  }

  private keep(variable: number): void {
    if (this.variables.has(variable)) return
    this.variables.add(variable)
    for (const program of this.shared.writersOf.get(variable) ?? []) this.waiting.add(program)
  }

  private triggers(): readonly TriggerPrograms[] {
    return this.programs.triggers.filter((trigger) => this.acting.has(trigger) || this.roots.has(trigger.condition))
  }

  private rootsOf({ condition, effects }: TriggerPrograms) {
    return {
      condition: this.rootOf(condition),
      effects: effects.map((effect) => this.rootOf(effect)).filter((root) => root !== this.nothing),
    }
  }

  private rootOf(program: Program): ConeNode {
    return this.roots.get(program) ?? this.nothing
  }

  private get nothing(): ConeNode {
    return this.shared.reducer.nodes.nothing
  }

  private toCone(looped: readonly TriggerPrograms[]): GamebookCone {
    const { programs, sets, kept, question } = this
    const { reducer } = this.shared
    const variables = [...this.variables].sort((a, b) => a - b)
    const triggers = this.triggers().map((trigger): ConeTrigger => {
      const { id, firedVariable, onVariable } = trigger
      const isKept = (variable: number | null): variable is number => variable !== null && this.variables.has(variable)
      return {
        id,
        ...this.rootsOf(trigger),
        firedVariable: isKept(firedVariable) ? firedVariable : null,
        onVariable: isKept(onVariable) ? onVariable : null,
      }
    })
    const players = programs.programs.flatMap((program) => {
      const root = this.rootOf(program)
      const isPlayers = program.subject.kind === 'function' || program.subject.kind === 'observer'
      return isPlayers && root !== this.nothing ? [{ program, root }] : []
    })
    const opening = programs.programs.find(({ subject }) => subject.kind === 'opening')
    const values = new ConeValues(sets, this.roots.values(), programs.deadline)
    const reasonsWithSums = this.shared.doubts.of(this.variables, question, looped)
    const leaves = new Map<Leaf, ConeLeaf>()
    return {
      source: programs,
      deadline: programs.deadline,
      variables,
      programs: players,
      opening: opening === undefined ? this.nothing : this.rootOf(opening),
      triggers,
      endings: reducer.endings,
      goals: question.goals,
      representative: (variable, value) => values.representative(variable, value),
      valuesOf: (variable) => values.valuesOf(variable),
      add: (write, value) => values.sumsOf(write, value)[0] ?? value,
      valuesAfter: (write, value) => values.valuesAfter(write, value),
      find: (variable, value) => values.find(variable, value),
      reduceLeaf: (program, leaf) => {
        let node = leaves.get(leaf)
        if (node === undefined) leaves.set(leaf, (node = reducer.leafOf(program, leaf, kept)))
        return node
      },
      reasons: this.shared.doubts.withSums(reasonsWithSums, variables, programs),
      reasonsWithSums,
    }
  }
}

function addTo<Key>(lists: Map<Key, Program[]>, key: Key, program: Program): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [program])
  else list.push(program)
}

/** The elements of both sets, ascending. */
function smaller(one: ReadonlySet<number>, other: ReadonlySet<number>): readonly number[] {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  return [...few].filter((element) => many.has(element)).sort((a, b) => a - b)
}
