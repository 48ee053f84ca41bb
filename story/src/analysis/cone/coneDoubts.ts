import type { Programs, TriggerPrograms } from '../programs/programs.ts'
import type { ValueSets } from '../values/valueSets.ts'
import type { Reason } from '../verdict/reason.ts'
import type { Question } from './question.ts'

type Reasons = readonly Reason[]

/** Why claims about cones may be unknown. What all cones have in common is gathered once. */
export class ConeDoubts {
  private readonly sets: ValueSets
  private ofEndings: Reasons | null = null

  constructor(sets: ValueSets) {
    this.sets = sets
  }

  /** @param looped the triggers that the engine may have to stop */
  of(variables: Iterable<number>, { goals, endings }: Question, looped: readonly TriggerPrograms[]): Reasons {
    const { sets } = this
    const found = new Set<Reason>(this.endings())
    // A story that starts over shows nothing new, but it can lead out of what seems to have no exit.
    if (endings === 'all') addAll(found, sets.reasonsFor('reset'))
    for (const variable of variables) addAll(found, sets.reasonsOfVariable(variable))
    for (const event of goals) addAll(found, sets.reasonsFor(event))
    if (looped.length > 0) found.add({ kind: 'trigger-limit', triggers: looped.map(({ id }) => id) })
    return unique(found)
  }

  /** Those reasons, and those of a prover that can't take the worst of all sums. */
  withSums(reasons: Reasons, variables: readonly number[], programs: Programs): Reasons {
    const endless = variables.filter((variable) => this.sets.isWidened(variable))
    const more = endless.map((variable): Reason => {
      return { kind: 'unbounded', variable: programs.variables[variable]?.name ?? '' }
    })
    return more.length === 0 ? reasons : unique([...reasons, ...more])
  }

  private endings(): Reasons {
    if (this.ofEndings !== null) return this.ofEndings
    const found = new Set<Reason>(this.sets.reasonsFor('ended '))
    for (const event of this.sets.events) if (event.startsWith('ended ')) addAll(found, this.sets.reasonsFor(event))
    this.ofEndings = unique(found)
    return this.ofEndings
  }
}

function addAll(found: Set<Reason>, reasons: Reasons): void {
  for (const reason of reasons) found.add(reason)
}

function unique(reasons: Iterable<Reason>): Reasons {
  return [...new Map([...reasons].map((reason) => [JSON.stringify(reason), reason])).values()]
}
