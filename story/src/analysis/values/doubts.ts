import { events, type StoryEvent } from '../programs/event.ts'
import { observerNames } from '../programs/observers.ts'
import type { Program } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import type { StateVariable } from '../programs/stateVariable.ts'
import type { Reason } from '../verdict/reason.ts'
import { nameOfSubject } from './nameOfSubject.ts'
import { possibleWritesOf, type PossibleWrites } from './possibleWrites.ts'
import type { ProgramExplorer } from './programExplorer.ts'
import { hasEveryValue } from './completeSets.ts'
import type { ValueSet } from './valueSet.ts'

export interface Doubts {
  readonly reasonsFor: (event: StoryEvent) => readonly Reason[]
  readonly reasonsAgainstNever: (event: StoryEvent) => readonly Reason[]
  readonly reasonsOfVariable: (variable: number) => readonly Reason[]
}

/**
 * Finds what may happen besides all that was explored. A program of which only some runs were tried casts doubt on every
 * variable that it could write, and a variable on every program that tests it.
 */
export function findDoubts(
  programs: Programs,
  explorers: ReadonlyMap<Program, ProgramExplorer>,
  setOf: (variable: number) => ValueSet,
): Doubts {
  const spread = new DoubtSpread(programs, explorers, setOf, () => false)
  spread.run()
  let ofValues: DoubtSpread | null = null
  return {
    reasonsFor: (event) => spread.reasonsFor(event),
    reasonsAgainstNever: (event) => {
      if (spread.reasonsFor(event).length === 0) return []
      ofValues ??= spreadOfValues(programs, explorers, setOf)
      return ofValues.reasonsFor(event)
    },
    reasonsOfVariable: (variable) => [...(spread.ofVariables.get(variable)?.values() ?? [])],
  }
}

/** What was not tried adds nothing to a set that has every value. */
function spreadOfValues(
  programs: Programs,
  explorers: ReadonlyMap<Program, ProgramExplorer>,
  setOf: (variable: number) => ValueSet,
): DoubtSpread {
  const spread = new DoubtSpread(programs, explorers, setOf, (variable) =>
    hasEveryValue(programs.gamebook, variable, setOf(variable.index).found),
  )
  spread.run()
  return spread
}

const LOOP = events.triggerLoop([])

/** The kinds of events for which the first name says which programs can show them. */
const OF_NAMES: ReadonlySet<string> = new Set([
  'offered',
  'called',
  'refused',
  'passed',
  'missed',
  'fired',
  'visible',
  'goal',
  'invariant',
  'entered',
  'edge',
  'revealed',
  'held',
])

/** By what the reason says, so that each is listed once. */
type ReasonSet = Map<string, Reason>

class DoubtSpread {
  readonly ofVariables = new Map<number, ReasonSet>()
  private readonly ofPrograms = new Map<Program, ReasonSet>()
  private readonly programs: Programs
  private readonly explorers: ReadonlyMap<Program, ProgramExplorer>
  private readonly setOf: (variable: number) => ValueSet
  private readonly isComplete: (variable: StateVariable) => boolean
  private writesBySubject: ((subject: Program['subject']) => PossibleWrites) | null = null
  private readonly writesOf = new Map<Program, PossibleWrites>()
  private readonly ofEvents = new Map<string, readonly Reason[]>()
  private testers: Map<number, Program[]> | null = null
  private readonly waiting = new Set<Program>()

  constructor(
    programs: Programs,
    explorers: ReadonlyMap<Program, ProgramExplorer>,
    setOf: (variable: number) => ValueSet,
    isComplete: (variable: StateVariable) => boolean,
  ) {
    this.programs = programs
    this.explorers = explorers
    this.setOf = setOf
    this.isComplete = isComplete
  }

  run(): void {
    for (const [program, explorer] of this.explorers) {
      // Runs that no values allow can ask for what they want. Arguments are only chosen where a run asks for them.
      const reasons = this.programs
        .reasonsOf(program)
        .filter((reason) => reason.kind !== 'sampled' || explorer.asksFor(reason.parameter))
      const wide: Reason = { kind: 'wide', program: nameOfSubject(this.programs, program.subject) }
      this.doubtProgram(program, explorer.isWide ? [...reasons, wide] : reasons)
    }
    for (const { index, name } of this.programs.variables) {
      const reasons: readonly Reason[] = [{ kind: 'unbounded', variable: name }]
      if (this.setOf(index).isUnbounded) this.doubtVariable(index, reasons)
      else for (const program of this.exactReadersOf(index)) this.doubtProgram(program, reasons)
    }
    for (const program of this.waiting) {
      this.waiting.delete(program)
      this.spreadFrom(program)
    }
  }

  reasonsFor(event: StoryEvent): readonly Reason[] {
    const [kind = '', first = '', second = ''] = event.split(' ')
    const key = kind === 'discussed' ? event : OF_NAMES.has(kind) ? `${kind} ${first}` : kind
    const known = this.ofEvents.get(key)
    if (known !== undefined) return known
    const found: ReasonSet = new Map()
    for (const [program, reasons] of this.ofPrograms) {
      if (this.couldShow(program, kind, first, second)) for (const [text, reason] of reasons) found.set(text, reason)
    }
    if (event.startsWith(LOOP) && this.programs.triggers.length > 0) {
      const reason: Reason = { kind: 'trigger-limit', triggers: this.programs.triggers.map(({ id }) => id) }
      found.set(JSON.stringify(reason), reason)
    }
    const reasons = [...found.values()]
    this.ofEvents.set(key, reasons)
    return reasons
  }

  /** The programs that tell numbers apart for which one value stands. */
  private exactReadersOf(variable: number): readonly Program[] {
    const set = this.setOf(variable)
    if (!set.isWidened) return []
    const shared = set.found.filter((value) => set.standIn(value) !== value)
    return [...new Set(shared.map((value) => set.standIn(value)))].flatMap((end) => {
      const alike = [end, ...shared.filter((value) => set.standIn(value) === end)]
      return this.testersOf(variable).filter((program) => this.explorers.get(program)?.tellsApart(variable, alike))
    })
  }

  private spreadFrom(program: Program): void {
    const reasons = [...(this.ofPrograms.get(program)?.values() ?? [])]
    const { subject } = program
    if (subject.kind === 'condition') {
      const trigger = this.programs.triggers[subject.trigger]
      for (const effect of trigger?.effects ?? []) this.doubtProgram(effect, reasons)
      for (const variable of [trigger?.firedVariable, trigger?.onVariable]) {
        if (variable != null) this.doubtVariable(variable, reasons)
      }
    }
    if (subject.kind === 'observer' || subject.kind === 'condition') return
    const possible = this.possibleWrites(program)
    for (const variable of this.programs.variables) {
      this.programs.deadline.step()
      if (possible.writes(variable)) this.doubtVariable(variable.index, reasons)
    }
  }

  private doubtProgram(program: Program, reasons: readonly Reason[]): void {
    this.programs.deadline.check()
    if (addReasons(this.ofPrograms, program, reasons)) this.waiting.add(program)
  }

  private doubtVariable(variable: number, reasons: readonly Reason[]): void {
    if (this.isComplete(this.setOf(variable).variable)) return
    if (!addReasons(this.ofVariables, variable, reasons)) return
    for (const program of this.testersOf(variable)) this.doubtProgram(program, reasons)
  }

  private testersOf(variable: number): readonly Program[] {
    if (this.testers === null) {
      this.testers = new Map()
      for (const [program, { tested }] of this.explorers) {
        for (const each of tested) {
          const known = this.testers.get(each)
          if (known === undefined) this.testers.set(each, [program])
          else known.push(program)
        }
      }
    }
    return this.testers.get(variable) ?? []
  }

  private possibleWrites(program: Program): PossibleWrites {
    let known = this.writesOf.get(program)
    if (known === undefined) {
      this.writesBySubject ??= possibleWritesOf(this.programs)
      known = this.writesBySubject(program.subject)
      this.writesOf.set(program, known)
    }
    return known
  }

  /** Whether runs of a program that were not tried could show an event. */
  private couldShow(program: Program, kind: string, first: string, second: string): boolean {
    const { subject } = program
    switch (kind) {
      case 'offered':
      case 'called':
      case 'refused':
      case 'passed':
      case 'missed':
        return subject.kind === 'function' && subject.fn.name === first
      case 'fired':
        return subject.kind === 'condition' && this.programs.triggers[subject.trigger]?.id === first
      case 'visible':
      case 'goal':
      case 'invariant':
        return subject.kind === 'observer' && subject.name === observerNames[kind](first)
      case 'entered':
      case 'edge':
        return this.possibleWrites(program).writesField(`${first}.current_node_id`)
      case 'ended':
        return this.possibleWrites(program).endsStory
      case 'reset':
        return this.possibleWrites(program).resetsStory
      case 'revealed':
        return this.possibleWrites(program).writesField(`${first}.revealed`)
      case 'held':
        return this.possibleWrites(program).writesField(`${first}.held_by`)
      case 'discussed':
        return this.possibleWrites(program).writesField(`discussed(${first}, ${second})`)
      default:
        return true
    }
  }
}

function addReasons<Key>(known: Map<Key, ReasonSet>, key: Key, reasons: readonly Reason[]): boolean {
  const before = known.get(key)
  const after: ReasonSet = before ?? new Map<string, Reason>()
  const size = after.size
  for (const reason of reasons) after.set(JSON.stringify(reason), reason)
  if (after.size > 0) known.set(key, after)
  return after.size > size
}
