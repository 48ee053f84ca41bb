import { events, type StoryEvent } from '../programs/event.ts'
import type { Leaf, Program, Tree } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import type { ValueSets } from '../values/valueSets.ts'
import type { ConeLeaf, ConeNode } from './cone.ts'
import type { ConeNodes } from './coneNodes.ts'
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

  constructor(programs: Programs, sets: ValueSets, nodes: ConeNodes) {
    this.programs = programs
    this.sets = sets
    this.nodes = nodes
  }

  reduce(program: Program, kept: Kept): ConeNode {
    return program.root === null ? this.nodes.nothing : this.reduceTree(program, program.root, kept)
  }

  leafOf({ subject }: Program, leaf: Leaf, { variables, goals, endings }: Kept): ConeLeaf {
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
    if (leaf.refusal !== null)
      return met.length === 0 ? this.nodes.nothing : this.nodes.leaf({ ...NOTHING, goals: met })
    const writes = leaf.writes
      .filter(({ variable }) => variables.has(variable))
      .map((write) =>
        write.kind === 'set' ? { ...write, value: this.sets.standIn(write.variable, write.value) } : write,
      )
      .sort((a, b) => a.variable - b.variable)
    const { resets } = leaf
    const onlyEnds = endings === 'none' && writes.length === 0 && met.length === 0 && !resets
    const ended = leaf.ended === null || onlyEnds ? 0 : this.numberOfEnding(leaf.ended)
    return this.nodes.leaf({ writes, ended, resets, answer: null, goals: met })
  }

  private reduceTree(program: Program, tree: Tree, kept: Kept): ConeNode {
    switch (tree.kind) {
      case 'leaf':
        return this.leafOf(program, tree, kept)
      case 'choice': {
        const kids = new Set<ConeNode>()
        for (const branch of tree.branches) {
          if (branch !== undefined && this.sets.isFeasible(branch)) kids.add(this.reduceTree(program, branch, kept))
        }
        const { kind } = program.subject
        if ((kind === 'function' || kind === 'observer') && kids.size > 1) kids.delete(this.nodes.nothing)
        return kids.size === 0 ? this.nodes.nothing : this.nodes.choice(kids)
      }
      case 'test': {
        const kids = new Map<number, ConeNode>()
        for (const [branch, kid] of tree.branches) {
          if (this.sets.isFeasible(kid)) kids.set(branch, this.reduceTree(program, kid, kept))
        }
        const [only] = new Set(kids.values())
        if (only !== undefined && new Set(kids.values()).size === 1) return only
        const values = this.sets.valuesOf(tree.variable)
        return this.nodes.test(tree.variable, values, (value) => kids.get(tree.branchOf(value)))
      }
    }
  }

  private goalsOf(leaf: Leaf, goals: Kept['goals']): readonly number[] {
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
