import type { Condition } from '../../expressions/expression.ts'
import type { Effect, Gamebook } from '../../gamebook/gamebook.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'
import { absenceFinding, locationOfCondition, quoteCondition, type FindFindings } from './findingContext.ts'

/** Guards that give the same answer whenever they are asked. What is written as `true` or `false` is meant so. */
export const findGuards: FindFindings = (context) => {
  const { gamebook, places, exploration } = context
  return guardsOf(gamebook, places).flatMap(({ condition, what, place, isFunction }) => {
    const answers = exploration.coverage.guards.get(condition)
    if (answers === undefined || isConstant(condition)) return []
    const at = locationOfCondition(condition, place)
    if (!answers.refuses) {
      const message = `${what} always holds when it is asked: ${quoteCondition(condition)}.`
      return [
        absenceFinding(
          context,
          'guard-always-true',
          at,
          { message, hint: 'Leave it out, or ask what can be otherwise.' },
          'note',
        ),
      ]
    }
    if (answers.holds || isFunction) return []
    const message = `${what} never holds: ${quoteCondition(condition)}.`
    return [
      absenceFinding(context, 'guard-never-true', at, {
        message,
        hint: 'Mend the condition, or let something make it true.',
      }),
    ]
  })
}

interface PlacedGuard {
  readonly condition: Condition
  /** What it guards, as the beginning of a sentence. */
  readonly what: string
  readonly place: FileLocation
  /** Reported as a function that is never offered, where it never holds. */
  readonly isFunction: boolean
}

function guardsOf({ entities, functions, triggers }: Gamebook, places: SourceMap): readonly PlacedGuard[] {
  const guards: PlacedGuard[] = []
  const add = (condition: Condition | null, what: string, place: FileLocation, isFunction = false): void => {
    if (condition !== null) guards.push({ condition, what, place, isFunction })
  }
  const addEffects = (effects: readonly Effect[], what: string, place: FileLocation): void => {
    for (const effect of effects) {
      add(effect.if, `The "if" of an effect of ${what}`, place)
      if (effect.kind === 'roll') addEffects([...effect.onSuccess, ...effect.onFailure], what, place)
    }
  }
  for (const { id, graphNode, item } of entities.values()) {
    add(graphNode?.requires ?? null, `What the node "${id}" requires`, places.key(id, 'requires'))
    add(item?.portable ?? null, `"portable" of "${id}"`, places.key(id, 'portable'))
    for (const { to, enabled } of graphNode?.edges ?? [])
      add(enabled, `The guard of the way from "${id}" to "${to}"`, places.edge(id, to))
  }
  for (const { name, enabled, effects, check } of functions) {
    const place = places.function(name)
    add(enabled, `The guard of the function "${name}"`, place, true)
    addEffects(
      [...effects, ...(check === null ? [] : [...check.onSuccess, ...check.onFailure])],
      `the function "${name}"`,
      place,
    )
  }
  for (const { id, effects } of triggers) addEffects(effects, `the trigger "${id}"`, places.trigger(id))
  return guards
}

function isConstant({ terms }: Condition): boolean {
  return terms.every((term) => typeof term !== 'object' || term.root.kind === 'literal')
}
