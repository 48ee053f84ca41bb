import type { ConeProgram } from './cone.ts'
import type { CompiledLeaf, CompiledNode } from './compiledCone.ts'
import type { ConeState } from './transitions.ts'

/** A rule of the player: a function, or an observer of what can be seen between two calls. */
export interface PlayerRule {
  readonly program: ConeProgram
  readonly root: CompiledNode
}

/** The rules of the player by what they test first, so that a state needn't ask those that do nothing in it. */
export class PlayerRules {
  private readonly rules: readonly PlayerRule[]
  /** The rules that no first test excludes, by position. */
  private readonly always: number[] = []
  private readonly byPlace = new Map<number, RulesByValue>()

  constructor(rules: readonly PlayerRule[]) {
    this.rules = rules
    rules.forEach(({ root }, position) => {
      if (root.kind !== 'test') {
        this.always.push(position)
        return
      }
      const group = this.byPlace.get(root.place) ?? new RulesByValue()
      this.byPlace.set(root.place, group)
      group.tests.push({ position, root })
    })
    for (const group of this.byPlace.values()) group.fill()
  }

  /** Those that may do something in a state, in their order. */
  in(state: ConeState): readonly PlayerRule[] {
    let positions: readonly number[] = this.always
    for (const [place, group] of this.byPlace) {
      const more = group.at(state[place] ?? 0)
      if (more.length > 0) positions = positions.length === 0 ? more : [...positions, ...more]
    }
    if (positions !== this.always) positions = positions.toSorted((one, other) => one - other)
    return positions.flatMap((position) => this.rules[position] ?? [])
  }
}

type Test = Extract<CompiledNode, { kind: 'test' }>

/** Rules that first test the same variable. */
class RulesByValue {
  readonly tests: { readonly position: number; readonly root: Test }[] = []
  private readonly lists: (readonly number[])[] = []

  fill(): void {
    const length = this.tests.reduce((most, { root }) => Math.max(most, root.branchOf.length), 0)
    // The last list is for values that no test knows.
    for (let value = 0; value <= length; value += 1)
      this.lists.push(this.tests.filter(({ root }) => canAct(root, value)).map(({ position }) => position))
  }

  at(value: number): readonly number[] {
    return this.lists[Math.min(value, this.lists.length - 1)] ?? []
  }
}

function canAct(root: Test, value: number): boolean {
  const branch = root.branches[root.branchOf[value] ?? -1]
  return branch === undefined || branch.kind !== 'leaf' || !isIdle(branch) || branch.leaf.goals.length > 0
}

/** Whether a leaf is a call that was refused or changed nothing that matters. */
export function isIdle({ leaf, writes }: CompiledLeaf): boolean {
  return writes.length === 0 && leaf.ended === 0 && !leaf.resets
}
