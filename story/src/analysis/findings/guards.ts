import type { Condition } from '../../expressions/expression.ts'
import type { Effect, Gamebook } from '../../gamebook/gamebook.ts'
import type { Exploration } from '../explore/explore.ts'
import { Reads } from '../model/reads.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'
import { absenceFinding, locationOfCondition, quoteCondition, type FindFindings } from './findingContext.ts'

/** Finds guards that always have the same value. A guard written as `true` or `false` is intended. */
export const findGuards: FindFindings = (context) => {
  const { gamebook, locations, exploration } = context
  return guardsOf(gamebook, locations).flatMap(({ condition, what, location, isFunction }) => {
    const answers = exploration.coverage.guards.get(condition)
    if (answers === undefined || isConstant(condition) || readsUntracked(gamebook, exploration, condition)) return []
    const start = locationOfCondition(condition, location)
    if (!answers.refuses) {
      const message = `${what} is always true: ${quoteCondition(condition)}.`
      return [
        absenceFinding(
          context,
          'guard-always-true',
          start,
          { message, hint: 'Remove it, or test something that can change.' },
          'note',
        ),
      ]
    }
    if (answers.holds || isFunction) return []
    const message = `${what} is never true: ${quoteCondition(condition)}.`
    return [
      absenceFinding(context, 'guard-never-true', start, {
        message,
        hint: 'Fix the condition, or add something that makes it true.',
      }),
    ]
  })
}

/** Whether a condition depends on something that is left out of the explored states. */
export function readsUntracked(gamebook: Gamebook, { slicing }: Exploration, condition: Condition): boolean {
  if (slicing.untracked.size === 0) return false
  const reads = new Reads(gamebook)
  reads.addCondition(condition)
  return [...reads.variables.keys()].some((name) => slicing.untracked.has(name))
}

interface LocatedGuard {
  readonly condition: Condition
  /** Names the guard at the beginning of a sentence. */
  readonly what: string
  readonly location: FileLocation
  /** A function's guard that is never true is reported as a function that is never offered. */
  readonly isFunction: boolean
}

function guardsOf({ entities, functions, triggers }: Gamebook, locations: SourceMap): readonly LocatedGuard[] {
  const guards: LocatedGuard[] = []
  const add = (condition: Condition | null, what: string, location: FileLocation, isFunction = false): void => {
    if (condition !== null) guards.push({ condition, what, location, isFunction })
  }
  const addEffects = (effects: readonly Effect[], what: string, location: FileLocation): void => {
    for (const effect of effects) {
      add(effect.if, `The "if" of an effect of ${what}`, location)
      if (effect.kind === 'roll') addEffects([...effect.onSuccess, ...effect.onFailure], what, location)
    }
  }
  for (const { id, graphNode, item, speaker } of entities.values()) {
    add(graphNode?.requires ?? null, `The "requires" of node "${id}"`, locations.key(id, 'requires'))
    add(item?.portable ?? null, `"portable" of "${id}"`, locations.key(id, 'portable'))
    for (const { id: edge, to, enabled, effects } of graphNode?.edges ?? []) {
      add(enabled, `The guard of the edge from "${id}" to "${to}"`, locations.edge(id, edge))
      addEffects(effects, `the edge from "${id}" to "${to}"`, locations.edge(id, edge))
    }
    addEffects(graphNode?.onEnter ?? [], `the node "${id}"`, locations.key(id, 'on_enter'))
    for (const topic of speaker?.topics ?? []) {
      addEffects(topic.effects, `the topic "${topic.id}" of "${id}"`, locations.topic(id, topic.id))
    }
  }
  for (const { name, enabled, effects, check } of functions) {
    const location = locations.function(name)
    add(enabled, `The guard of the function "${name}"`, location, true)
    addEffects(
      [...effects, ...(check === null ? [] : [...check.onSuccess, ...check.onFailure])],
      `the function "${name}"`,
      location,
    )
  }
  for (const { id, effects } of triggers) addEffects(effects, `the trigger "${id}"`, locations.trigger(id))
  return guards
}

function isConstant({ terms }: Condition): boolean {
  return terms.every((term) => typeof term !== 'object' || term.root.kind === 'literal')
}
