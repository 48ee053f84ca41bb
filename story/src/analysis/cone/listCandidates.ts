import type { Json } from '../../json.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { Choice, Leaf, Program, Tree } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import { readVariable } from '../programs/readVariable.ts'
import type { Dice } from '../steps/scriptedDice.ts'

/** Arguments and dice, and the run that they lead to. */
export interface Candidate {
  readonly args: { readonly [parameter: string]: Json }
  readonly rolls: readonly Dice[]
  readonly leaf: Leaf
}

/** All runs of a program from a state of play. */
export function listCandidates(programs: Programs, program: Program, state: StoryState): Generator<Candidate, void> {
  return new CandidateLister(programs, program, state).visit(() => program.root, {}, [])
}

/** V8 collects generators late that are functions in a function: these are methods. */
class CandidateLister {
  private readonly programs: Programs
  private readonly program: Program
  private readonly state: StoryState
  private readonly chosen: number[] = []
  private readonly values = new Map<number, number>()

  constructor(programs: Programs, program: Program, state: StoryState) {
    this.programs = programs
    this.program = program
    this.state = state
  }

  *visit(
    find: () => Tree | null | undefined,
    args: Candidate['args'],
    rolls: Candidate['rolls'],
  ): Generator<Candidate, void> {
    if (find() == null) this.grow()
    const tree = find()
    if (tree == null) return
    if (tree.kind === 'leaf') yield { args, rolls, leaf: tree }
    else if (tree.kind === 'test')
      yield* this.visit(() => tree.branches.get(tree.branchOf(this.valueOf(tree.variable))), args, rolls)
    else yield* this.visitOptions(tree, args, rolls)
  }

  private *visitOptions(
    choice: Choice,
    args: Candidate['args'],
    rolls: Candidate['rolls'],
  ): Generator<Candidate, void> {
    const { options } = choice
    for (let option = 0; option < options.values.length; option += 1) {
      this.chosen.push(option)
      const branch = () => choice.branches[option]
      if (options.kind === 'dice') yield* this.visit(branch, args, [...rolls, options.values[option] ?? []])
      else yield* this.visit(branch, { ...args, [options.parameter]: options.values[option] ?? null }, rolls)
      this.chosen.pop()
    }
  }

  /** Adds the branch of the run with the chosen options. */
  private grow(): void {
    let next = 0
    this.programs.extend(
      this.program,
      (index) => this.valueOf(index),
      () => this.chosen[next++] ?? 0,
    )
  }

  private valueOf(index: number): number {
    const known = this.values.get(index)
    const variable = this.programs.variables[index]
    if (known !== undefined || variable === undefined) return known ?? 0
    const value = variable.numberOf(readVariable(this.programs.gamebook, variable.variable, this.state))
    this.values.set(index, value)
    return value
  }
}
