import type { Choice, Leaf, Program, Test, Tree } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import { groupByBranch, GroupedTest } from './groupedTest.ts'

/** What an exploration needs of the sets of values: they only grow, in the order of `found`. */
export interface GrowingSets {
  /** The value numbers of a variable. */
  readonly found: (variable: number) => readonly number[]
  /**
   * Called for every leaf, and again when new values lead to it.
   * @param allowed the values of tested variables that lead to the leaf this time
   */
  readonly visitLeaf: (program: Program, leaf: Leaf, allowed: ReadonlyMap<number, readonly number[]>) => void
}

/**
 * Visits all leaves of a program that sets of values can lead to, and grows its tree where it ends. Each exploration
 * visits only what values found since the last one lead to.
 */
export class ProgramExplorer {
  readonly program: Program
  /** The variables that the program tests. */
  readonly tested = new Set<number>()
  /** Whether the program has too many leaves; the others are not visited. */
  isWide = false
  private readonly programs: Programs
  private readonly sets: GrowingSets
  private readonly feasible: Set<Tree>
  private readonly maxLeaves: number
  private readonly tests = new Map<Test, GroupedTest>()
  private readonly choices = new Map<Choice, number>()
  private wasExplored = false
  private leaves = 0
  /** How many values of each variable were known in the last exploration, and are in this one. */
  private before = new Map<number, number>()
  private now = new Map<number, number>()
  /** The values of variables that were tested on the path. */
  private readonly allowed = new Map<number, readonly number[]>()
  private readonly path: GroupedTest[] = []
  private readonly chosen: number[] = []

  /**
   * @param feasible collects the parts of the tree that were visited
   * @param maxLeaves with more leaves, the program is wide
   */
  constructor(program: Program, programs: Programs, sets: GrowingSets, feasible: Set<Tree>, maxLeaves: number) {
    this.program = program
    this.programs = programs
    this.sets = sets
    this.feasible = feasible
    this.maxLeaves = maxLeaves
  }

  explore(): void {
    const isFirst = !this.wasExplored
    this.wasExplored = true
    this.before = this.now
    this.now = new Map([...this.tested].map((variable) => [variable, this.sets.found(variable).length]))
    this.visit(() => this.program.root, isFirst)
  }

  /** Whether there are values or options that no exploration has seen. */
  hasGrown(): boolean {
    if (this.isWide) return false
    for (const variable of this.tested) {
      if (this.sets.found(variable).length > (this.now.get(variable) ?? 0)) return true
    }
    for (const [choice, options] of this.choices) if (choice.options.values.length > options) return true
    return false
  }

  /** Whether a test that several values share tells these values apart. */
  tellsApart(variable: number, values: readonly number[]): boolean {
    for (const test of this.tests.keys()) {
      if (test.variable === variable && new Set(values.map(test.branchOf)).size > 1) return true
    }
    return false
  }

  /** Whether a run that values allow asks for an argument. */
  asksFor(parameter: string): boolean {
    for (const { options } of this.choices.keys()) {
      if (options.kind === 'argument' && options.parameter === parameter) return true
    }
    return false
  }

  /** @param isNew whether a value or option on the path is new, so that all that follows counts as new */
  private visit(find: () => Tree | null | undefined, isNew: boolean): void {
    if (this.isWide) return
    this.programs.deadline.step()
    const tree = find() ?? this.grow(find)
    switch (tree.kind) {
      case 'leaf':
        this.visitLeaf(tree, isNew)
        break
      case 'choice':
        this.visitChoice(tree, isNew)
        break
      case 'test':
        this.visitTest(tree, isNew)
    }
    this.feasible.add(tree)
  }

  private grow(find: () => Tree | null | undefined): Tree {
    let next = 0
    const pick = (variable: number): number => (this.allowed.get(variable) ?? this.sets.found(variable))[0] ?? 0
    this.programs.extend(this.program, pick, () => this.chosen[next++] ?? 0)
    const tree = find()
    if (tree == null) throw new Error(`A run of program ${this.program.index} left its path`)
    return tree
  }

  private visitLeaf(leaf: Leaf, isNew: boolean): void {
    if (!isNew) return
    if (!this.feasible.has(leaf)) this.leaves += 1
    if (this.leaves > this.maxLeaves) this.isWide = true
    this.sets.visitLeaf(this.program, leaf, this.allowed)
  }

  private visitChoice(choice: Choice, isNew: boolean): void {
    const explored = this.choices.get(choice) ?? 0
    const options = choice.options.values.length
    for (let option = 0; option < options; option += 1) {
      this.chosen.push(option)
      this.visit(() => choice.branches[option], isNew || option >= explored)
      this.chosen.pop()
    }
    this.choices.set(choice, options)
  }

  private visitTest(test: Test, isNew: boolean): void {
    this.programs.deadline.check()
    const { variable } = test
    let grouped = this.tests.get(test)
    if (grouped === undefined) {
      grouped = new GroupedTest(test)
      this.tests.set(test, grouped)
      this.tested.add(variable)
      for (const { below } of this.path) below.add(variable)
    }
    const growsBelow = isNew || this.haveGrown(grouped.below)
    this.path.push(grouped)
    const narrowed = this.allowed.get(variable)
    if (narrowed !== undefined) {
      if (growsBelow) this.visitBranches(test, groupByBranch(test, narrowed), isNew)
      this.allowed.set(variable, narrowed)
    } else {
      const before = this.before.get(variable) ?? 0
      grouped.take(this.sets.found(variable), this.nowOf(variable))
      this.visitBranches(test, isNew ? grouped.all() : grouped.since(before), true)
      if (!isNew && growsBelow) this.visitBranches(test, grouped.until(before), false)
      this.allowed.delete(variable)
    }
    this.path.pop()
  }

  private visitBranches(
    { variable, branches }: Test,
    groups: Iterable<readonly [branch: number, values: readonly number[]]>,
    isNew: boolean,
  ): void {
    for (const [branch, values] of groups) {
      this.allowed.set(variable, values)
      this.visit(() => branches.get(branch), isNew)
    }
  }

  private haveGrown(variables: ReadonlySet<number>): boolean {
    for (const variable of variables) if (this.nowOf(variable) > (this.before.get(variable) ?? 0)) return true
    return false
  }

  private nowOf(variable: number): number {
    const now = this.now.get(variable) ?? this.sets.found(variable).length
    this.now.set(variable, now)
    return now
  }
}
