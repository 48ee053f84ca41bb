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
export function* listCandidates(programs: Programs, program: Program, state: StoryState): Generator<Candidate, void> {
  const { gamebook, variables } = programs
  const chosen: number[] = []
  const values = new Map<number, number>()
  const valueOf = (index: number): number => {
    const variable = variables[index]
    const known = values.get(index)
    if (known !== undefined || variable === undefined) return known ?? 0
    const value = variable.numberOf(readVariable(gamebook, variable.variable, state))
    values.set(index, value)
    return value
  }
  const grow = (): void => {
    let next = 0
    programs.extend(program, valueOf, () => chosen[next++] ?? 0)
  }
  function* visit(
    find: () => Tree | null | undefined,
    args: Candidate['args'],
    rolls: Candidate['rolls'],
  ): Generator<Candidate, void> {
    if (find() == null) grow()
    const tree = find()
    if (tree == null) return
    if (tree.kind === 'leaf') yield { args, rolls, leaf: tree }
    else if (tree.kind === 'test')
      yield* visit(() => tree.branches.get(tree.branchOf(valueOf(tree.variable))), args, rolls)
    else yield* visitOptions(tree, args, rolls)
  }
  function* visitOptions(
    choice: Choice,
    args: Candidate['args'],
    rolls: Candidate['rolls'],
  ): Generator<Candidate, void> {
    const { options } = choice
    for (let option = 0; option < options.values.length; option += 1) {
      chosen.push(option)
      const branch = () => choice.branches[option]
      if (options.kind === 'dice') yield* visit(branch, args, [...rolls, options.values[option] ?? []])
      else yield* visit(branch, { ...args, [options.parameter]: options.values[option] ?? null }, rolls)
      chosen.pop()
    }
  }
  yield* visit(() => program.root, {}, [])
}
