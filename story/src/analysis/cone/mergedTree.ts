import type { StoryEvent } from '../programs/event.ts'
import type { Leaf, Program, Tree, Write } from '../programs/program.ts'
import type { ValueSets } from '../values/valueSets.ts'

/** What a program can do, without what can't happen. Equal parts are the same object, so each is reduced once. */
export type MergedTree = MergedTest | MergedChoice | MergedLeaf

export interface MergedTest {
  readonly kind: 'test'
  readonly variable: number
  /** By the position of the value in `ValueSets.valuesOf`. Undefined for a value that can't occur here. */
  readonly branches: readonly (MergedTree | undefined)[]
}

export interface MergedChoice {
  readonly kind: 'choice'
  readonly kids: readonly MergedTree[]
}

export interface MergedLeaf extends Pick<Leaf, 'ended' | 'resets' | 'answer'> {
  readonly kind: 'leaf'
  readonly isRefused: boolean
  /** With the values that stand for those written, in the order of their variables. */
  readonly writes: readonly Write[]
  readonly events: readonly StoryEvent[]
}

/** Merges the equal parts of trees. */
export class TreeMerger {
  private readonly sets: ValueSets
  private readonly byText = new Map<string, MergedTree>()
  private readonly numbers = new Map<MergedTree, number>()

  constructor(sets: ValueSets) {
    this.sets = sets
  }

  /** Null for a program that never runs. */
  merge({ root }: Program): MergedTree | null {
    return root === null ? null : this.mergeTree(root)
  }

  mergeLeaf({ writes, ended, resets, refusal, answer, events }: Leaf): MergedLeaf {
    return {
      kind: 'leaf',
      ended,
      resets,
      answer,
      isRefused: refusal !== null,
      writes: writes.map((write) => this.withStandIn(write)).sort((a, b) => a.variable - b.variable),
      events: [...new Set(events)].sort(),
    }
  }

  private mergeTree(tree: Tree): MergedTree {
    switch (tree.kind) {
      case 'leaf': {
        const leaf = this.mergeLeaf(tree)
        return this.share(JSON.stringify(leaf), leaf)
      }
      case 'choice': {
        const kids = new Set<MergedTree>()
        for (const branch of tree.branches) {
          if (branch !== undefined && this.sets.isFeasible(branch)) kids.add(this.mergeTree(branch))
        }
        const [only] = kids
        if (only !== undefined && kids.size === 1) return only
        const sorted = [...kids].sort((a, b) => this.numberOf(a) - this.numberOf(b))
        return this.share(`C${this.textOf(sorted)}`, { kind: 'choice', kids: sorted })
      }
      case 'test': {
        const { variable, branchOf } = tree
        const kids = new Map<number, MergedTree>()
        for (const [branch, kid] of tree.branches) {
          if (this.sets.isFeasible(kid)) kids.set(branch, this.mergeTree(kid))
        }
        const [only] = kids.values()
        if (only !== undefined && new Set(kids.values()).size === 1) return only
        const branches = this.sets.valuesOf(variable).map((value) => kids.get(branchOf(value)))
        return this.share(`T${variable} ${this.textOf(branches)}`, { kind: 'test', variable, branches })
      }
    }
  }

  private share(text: string, tree: MergedTree): MergedTree {
    const known = this.byText.get(text)
    if (known !== undefined) return known
    this.byText.set(text, tree)
    this.numbers.set(tree, this.numbers.size)
    return tree
  }

  private textOf(trees: readonly (MergedTree | undefined)[]): string {
    return trees.map((tree) => (tree === undefined ? '' : this.numberOf(tree))).join()
  }

  private numberOf(tree: MergedTree): number {
    return this.numbers.get(tree) ?? -1
  }

  private withStandIn(write: Write): Write {
    return write.kind === 'set' ? { ...write, value: this.sets.standIn(write.variable, write.value) } : write
  }
}
