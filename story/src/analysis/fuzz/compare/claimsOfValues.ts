import { findDeclaration } from '../../../expressions/entityFields.ts'
import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { Programs } from '../../programs/programs.ts'
import { events } from '../../programs/event.ts'
import { readVariable } from '../../programs/readVariable.ts'
import type { Variable } from '../../programs/variable.ts'
import type { ValueSets } from '../../values/valueSets.ts'
import type { Truth } from '../truth/bruteForce.ts'
import { after, type Tally } from './tally.ts'

/** Compares the sets of values and events with what is true: they must contain all of it, or say why they may not. */
export function compareValues(programs: Programs, sets: ValueSets, truth: Truth, tally: Tally): void {
  for (const { index, variable, name } of programs.variables) {
    if (isFreeText(programs.gamebook, variable)) continue
    if (sets.reasonsOfVariable(index).length > 0) {
      tally.addNotKnown()
      continue
    }
    const missing = truth.states
      .map((state) => readVariable(programs.gamebook, variable, state))
      .find((value) => sets.find(index, value) === null)
    tally.add(
      `values of ${variable.kind}`,
      `all values of ${name}`,
      missing === undefined ? null : JSON.stringify(missing),
    )
  }
  for (const [event, { steps }] of truth.events) {
    const [kind = ''] = event.split(' ', 1)
    if (UNASKED.has(kind)) continue
    compareEvent(`possible ${kind}`, event, () => after(steps()))
  }
  programs.conditions.forEach((condition, index) => {
    for (const outcome of [true, false]) {
      const happening = truth.conditions[outcome ? 'true' : 'false'].get(condition)
      const claim = events.condition(index, outcome)
      if (happening === undefined) continue
      compareEvent('possible condition', claim, () => `${JSON.stringify(condition.source)} ${after(happening.steps())}`)
    }
  })

  function compareEvent(kind: string, event: string, why: () => string): void {
    if (sets.reasonsAgainstNever(event).length > 0) return tally.addNotKnown()
    tally.add(kind, `${event} or not known`, sets.events.has(event) ? null : why())
  }
}

/** One text stands for all that no rule names, and it is not always the one that was tried. */
export function isFreeText(gamebook: Gamebook, variable: Variable | undefined): boolean {
  if (variable?.kind !== 'field') return false
  const entity = gamebook.entities.get(variable.entityId)
  const declaration = entity && findDeclaration(gamebook, entity, variable.field)
  return declaration?.type === 'text' && declaration.values === null
}

/** Which calls are refused depends on which ones are tried. */
const UNASKED: ReadonlySet<string> = new Set(['refused'])
