import { events, type StoryEvent } from '../programs/event.ts'
import type { Leaf, Program } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import type { ValueSets } from '../values/valueSets.ts'
import type { ConeLeaf, ConeNode } from './cone.ts'
import type { ConeNodes } from './coneNodes.ts'
import { TreeMerger, type MergedLeaf, type MergedTree } from './mergedTree.ts'
import type { Question } from './question.ts'

/** What a reduction keeps. */
export interface Kept {
  readonly variables: ReadonlySet<number>
  /** The positions of the events that the question asks for. */
  readonly goals: ReadonlyMap<StoryEvent, number>
  readonly endings: Question['endings']
}

/** Reduces programs to what a question needs, from the leaves up. */
export class ProgramReducer {
  readonly nodes: ConeNodes
  /** What the numbers of `ConeLeaf.ended` stand for, from 1. */
  readonly endings: string[] = []
  private readonly programs: Programs
  private readonly sets: ValueSets
  private readonly merger: TreeMerger
  private readonly merged = new Map<Program, MergedTree | null>()

  constructor(programs: Programs, sets: ValueSets, nodes: ConeNodes) {
    this.programs = programs
    this.sets = sets
    this.nodes = nodes
    this.merger = new TreeMerger(sets)
  }

  reduce(program: Program, kept: Kept): ConeNode {
    const tree = this.mergedOf(program)
    return tree === null ? this.nodes.nothing : this.reduceTree(program, tree, kept, new Map())
  }

  leafOf(program: Program, leaf: Leaf, kept: Kept): ConeLeaf {
    return this.reduceLeaf(program, this.merger.mergeLeaf(leaf), kept)
  }

  private reduceLeaf({ subject }: Program, leaf: MergedLeaf, { variables, goals, endings }: Kept): ConeLeaf {
    const met = this.goalsOf(leaf, goals)
    if (subject.kind === 'condition') {
      const trigger = this.programs.triggers[subject.trigger]
      const fired =
        trigger?.kind === 'trigger' && leaf.answer === true ? goals.get(events.fired(trigger.id)) : undefined
      return this.nodes.leaf({
        ...NOTHING,
        answer: leaf.answer,
        goals: sorted(fired === undefined ? met : [...met, fired]),
      })
    }
    if (leaf.isRefused) return met.length === 0 ? this.nodes.nothing : this.nodes.leaf({ ...NOTHING, goals: met })
    const writes = leaf.writes.filter(({ variable }) => variables.has(variable))
    const { resets } = leaf
    const onlyEnds = endings === 'none' && writes.length === 0 && met.length === 0 && !resets
    const ended = leaf.ended === null || onlyEnds ? 0 : this.numberOfEnding(leaf.ended)
    return this.nodes.leaf({ writes, ended, resets, answer: null, goals: met })
  }

  /** @param reduced the parts that were reduced before */
  private reduceTree(program: Program, tree: MergedTree, kept: Kept, reduced: Map<MergedTree, ConeNode>): ConeNode {
    this.programs.deadline.step()
    const known = reduced.get(tree)
    if (known !== undefined) return known
    const node = this.reducePart(program, tree, kept, (kid) => this.reduceTree(program, kid, kept, reduced))
    reduced.set(tree, node)
    return node
  }

  private reducePart(
    program: Program,
    tree: MergedTree,
    kept: Kept,
    reduceKid: (kid: MergedTree) => ConeNode,
  ): ConeNode {
    switch (tree.kind) {
      case 'leaf':
        return this.reduceLeaf(program, tree, kept)
      case 'choice': {
        const kids = new Set(tree.kids.map(reduceKid))
        const { kind } = program.subject
        if ((kind === 'function' || kind === 'observer') && kids.size > 1) kids.delete(this.nodes.nothing)
        return kids.size === 0 ? this.nodes.nothing : this.nodes.choice(kids)
      }
      case 'test': {
        const kids = tree.branches.map((kid) => (kid === undefined ? undefined : reduceKid(kid)))
        const [only, ...others] = new Set(kids.filter((kid) => kid !== undefined))
        if (only !== undefined && others.length === 0) return only
        this.programs.deadline.check()
        const values = this.sets.valuesOf(tree.variable)
        const kidOf = new Map(values.map((value, position) => [value, kids[position]]))
        return this.nodes.test(tree.variable, values, (value) => kidOf.get(value))
      }
    }
  }

  private mergedOf(program: Program): MergedTree | null {
    const known = this.merged.get(program)
    if (known !== undefined) return known
    const tree = this.merger.merge(program)
    this.merged.set(program, tree)
    return tree
  }

  private goalsOf(leaf: MergedLeaf, goals: Kept['goals']): readonly number[] {
    if (goals.size === 0) return []
    const met = leaf.events.map((event) => goals.get(event))
    if (leaf.ended !== null) met.push(goals.get(events.ended(leaf.ended)))
    return sorted(met.filter((goal) => goal !== undefined))
  }

  private numberOfEnding(ending: string): number {
    const known = this.endings.indexOf(ending)
    return known === -1 ? this.endings.push(ending) : known + 1
  }
}

const NOTHING: Omit<ConeLeaf, 'kind' | 'id'> = { writes: [], ended: 0, resets: false, answer: null, goals: [] }

function sorted(goals: readonly number[]): readonly number[] {
  return [...new Set(goals)].sort((a, b) => a - b)
}
