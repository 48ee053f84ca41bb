import { events, type StoryEvent } from '../programs/event.ts'
import type { Program, Tree } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import type { ValueSets } from '../values/valueSets.ts'

/** What the feasible runs of a program do. */
export interface ProgramFacts {
  readonly writes: ReadonlySet<number>
  readonly events: ReadonlySet<StoryEvent>
  readonly ends: boolean
  readonly resets: boolean
  /** Whether it is a condition that can fail. */
  readonly fails: boolean
}

/** Looks through all feasible runs of a program. */
export function programFacts(programs: Programs, sets: ValueSets, program: Program): ProgramFacts {
  const writes = new Set<number>()
  const seen = new Set<StoryEvent>()
  let [ends, resets, fails] = [false, false, false]
  const isCondition = program.subject.kind === 'condition'
  const visit = (tree: Tree): void => {
    programs.deadline.step()
    if (!sets.isFeasible(tree)) return
    if (tree.kind !== 'leaf') {
      for (const branch of tree.branches.values()) if (branch !== undefined) visit(branch)
      return
    }
    for (const { variable } of tree.writes) writes.add(variable)
    for (const event of tree.events) seen.add(event)
    if (tree.ended !== null) seen.add(events.ended(tree.ended))
    ends ||= tree.ended !== null
    resets ||= tree.resets
    fails ||= isCondition && tree.answer === null
  }
  if (program.root !== null && sets.isLive(program)) visit(program.root)
  if (program.subject.kind === 'condition') {
    const trigger = programs.triggers[program.subject.trigger]
    if (trigger?.kind === 'trigger') seen.add(events.fired(trigger.id))
  }
  return { writes, events: seen, ends, resets, fails }
}
