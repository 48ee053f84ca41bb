import type { StoryState } from '../../state/storyState.ts'
import { events, type StoryEvent } from '../programs/event.ts'
import type { Leaf, Program, Tree, Write } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import { readVariable } from '../programs/readVariable.ts'
import type { StateVariable } from '../programs/stateVariable.ts'
import { findDoubts } from './doubts.ts'
import { ProgramExplorer, type GrowingSets } from './programExplorer.ts'
import { ValueSet, type Addition } from './valueSet.ts'
import type { ValueSets } from './valueSets.ts'

const MAX_LEAVES = 60_000

export interface ValueSetOptions {
  /** A program with more outcomes is left open. */
  readonly maxLeaves?: number
  /**
   * A state between two calls: then the sets have the values in it and in all that follows. They are too small for a
   * story that starts over. Null for the whole story.
   */
  readonly from?: StoryState | null
}

/** Finds all values that each variable could have, by running every program with all values of what it reads. */
export function findValueSets(programs: Programs, options: ValueSetOptions = {}): ValueSets {
  const finder = new ValueSetFinder(programs, options)
  finder.run()
  const { feasible, live, explorers } = finder
  const doubts = findDoubts(programs, explorers, (variable) => finder.setOf(variable))
  return {
    valuesOf: (variable) => finder.setOf(variable).listValues(),
    isFeasible: (tree) => feasible.has(tree),
    isLive: (program) => program.subject.kind !== 'effect' || live.has(program),
    events: finder.events,
    ...doubts,
    isWidened: (variable) => finder.setOf(variable).isWidened,
    standIn: (variable, value) => finder.setOf(variable).standIn(value),
    find: (variable, value) => finder.setOf(variable).find(value),
    sumsOf: (write, value) => finder.setOf(write.variable).sumsOf(write, value),
  }
}

class ValueSetFinder implements GrowingSets {
  readonly explorers = new Map<Program, ProgramExplorer>()
  readonly feasible = new Set<Tree>()
  /** The effects of triggers whose condition can be true. */
  readonly live = new Set<Program>()
  readonly events = new Set<StoryEvent>()
  private readonly programs: Programs
  private readonly maxLeaves: number
  private readonly from: StoryState | null
  private readonly sets: ValueSet[] = []
  /** What is added to variables whatever their value is. */
  private readonly additions = new Map<number, Addition[]>()
  private readonly waiting = new Set<Program>()
  private readonly testers = new Map<number, Set<Program>>()

  constructor(programs: Programs, { maxLeaves = MAX_LEAVES, from = null }: ValueSetOptions) {
    this.programs = programs
    this.maxLeaves = maxLeaves
    this.from = from
  }

  run(): void {
    const { programs } = this.programs
    const isObserver = ({ subject }: Program): boolean => subject.kind === 'observer'
    const isPast = ({ subject }: Program): boolean => subject.kind === 'opening' && this.from !== null
    for (const program of programs) {
      if (program.subject.kind !== 'effect' && !isObserver(program) && !isPast(program)) this.waiting.add(program)
    }
    this.exploreWaiting()
    for (const program of programs) if (isObserver(program)) this.waiting.add(program)
    this.exploreWaiting()
  }

  setOf(index: number): ValueSet {
    const known = this.sets[index]
    if (known !== undefined) return known
    const variable = this.programs.variables[index]
    if (variable === undefined) throw new Error(`There is no variable ${index}`)
    const set = new ValueSet(variable, this.startOf(variable))
    this.sets[index] = set
    return set
  }

  private startOf(variable: StateVariable): number {
    const { from, programs } = this
    return from === null ? 0 : variable.numberOf(readVariable(programs.gamebook, variable.variable, from))
  }

  found(variable: number): readonly number[] {
    return this.setOf(variable).found
  }

  visitLeaf(program: Program, leaf: Leaf, allowed: ReadonlyMap<number, readonly number[]>): void {
    for (const write of leaf.writes) this.write(write, allowed)
    if (this.feasible.has(leaf)) return
    for (const event of leaf.events) this.events.add(event)
    if (leaf.ended !== null) this.events.add(events.ended(leaf.ended))
    if (program.subject.kind === 'condition' && leaf.answer === true) this.fire(program.subject.trigger)
  }

  private exploreWaiting(): void {
    for (const program of this.waiting) {
      this.waiting.delete(program)
      let explorer = this.explorers.get(program)
      if (explorer === undefined) {
        explorer = new ProgramExplorer(program, this.programs, this, this.feasible, this.maxLeaves)
        this.explorers.set(program, explorer)
      }
      explorer.explore()
      for (const variable of explorer.tested) this.testersOf(variable).add(program)
      if (explorer.hasGrown()) this.waiting.add(program)
    }
  }

  private fire(index: number): void {
    const trigger = this.programs.triggers[index]
    if (trigger === undefined) return
    if (trigger.kind === 'trigger') this.events.add(events.fired(trigger.id))
    for (const variable of [trigger.firedVariable, trigger.onVariable]) {
      if (variable !== null) this.add(variable, this.setOf(variable).variable.numberOf(true))
    }
    for (const effect of trigger.effects) {
      if (this.live.has(effect)) continue
      this.live.add(effect)
      this.waiting.add(effect)
    }
  }

  private write(write: Write, allowed: ReadonlyMap<number, readonly number[]>): void {
    if (write.kind === 'set') return this.add(write.variable, write.value)
    const values = allowed.get(write.variable)
    if (values !== undefined) return this.addSums(write, [...values])
    const additions = this.additions.get(write.variable) ?? []
    const { amount, min, max } = write
    if (additions.some((other) => other.amount === amount && other.min === min && other.max === max)) return
    additions.push(write)
    this.additions.set(write.variable, additions)
    this.addSums(write, [...this.found(write.variable)])
  }

  private addSums(write: Addition, values: readonly number[]): void {
    const set = this.setOf(write.variable)
    for (const value of values) {
      this.programs.deadline.step()
      for (const sum of set.sumsOf(write, value)) this.add(write.variable, sum)
    }
    const end = set.widen(write)
    if (end !== null) this.follow(write.variable, end)
  }

  private add(variable: number, value: number): void {
    if (this.setOf(variable).add(value)) this.follow(variable, value)
  }

  /** Adds what follows from a new value. */
  private follow(variable: number, first: number): void {
    const set = this.setOf(variable)
    const news = [first]
    for (const value of news) {
      for (const addition of this.additions.get(variable) ?? []) {
        this.programs.deadline.step()
        for (const sum of set.sumsOf(addition, value)) if (set.add(sum)) news.push(set.standIn(sum))
        const end = set.widen(addition)
        if (end !== null) news.push(end)
      }
    }
    for (const program of this.testersOf(variable)) this.waiting.add(program)
  }

  private testersOf(variable: number): Set<Program> {
    const known = this.testers.get(variable)
    if (known !== undefined) return known
    const testers = new Set<Program>()
    this.testers.set(variable, testers)
    return testers
  }
}
