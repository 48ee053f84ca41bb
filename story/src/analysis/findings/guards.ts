import type { Condition } from '../../expressions/expression.ts'
import type { Effect } from '../../gamebook/gamebook.ts'
import type { FileLocation } from '../sourceMap.ts'
import {
  absenceFinding,
  locationOfCondition,
  quoteCondition,
  type FindFindings,
  type FindingContext,
} from './findingContext.ts'
import { isFoundHidden } from './hiddenNodes.ts'
import { isReportedIfNeverVisible } from './neverVisible.ts'

/** Finds guards that always have the same value. A guard written as `true` or `false` is intended. */
export const findGuards: FindFindings = (context) => {
  const { answers } = context
  return guardsOf(context).flatMap(({ condition, what, location, isReportedElsewhere }) => {
    if (isConstant(condition)) return []
    const [canBeTrue, canBeFalse] = [answers.conditionCanBe(condition, true), answers.conditionCanBe(condition, false)]
    if (canBeTrue === null || canBeFalse === null) return []
    // A guard that is never evaluated belongs to something that never happens, which is reported there.
    if (canBeTrue.kind === 'proven' && canBeFalse.kind === 'proven') return []
    const start = locationOfCondition(condition, location)
    if (canBeFalse.kind === 'proven') {
      const message = `${what} is always true: ${quoteCondition(condition)}.`
      const hint = 'Remove it, or test something that can change.'
      return absenceFinding(context, canBeFalse, 'guard-always-true', start, { message, hint }, 'note')
    }
    if (isReportedElsewhere()) return []
    const message = `${what} is never true: ${quoteCondition(condition)}.`
    const hint = 'Fix the condition, or add something that makes it true.'
    return absenceFinding(context, canBeTrue, 'guard-never-true', start, { message, hint })
  })
}

const ELSEWHERE = (): boolean => true

interface LocatedGuard {
  readonly condition: Condition
  /** Names the guard at the beginning of a sentence. */
  readonly what: string
  readonly location: FileLocation
  /** If it is never true, what it guards is reported: a function that is never offered, a person who is never visible. */
  readonly isReportedElsewhere: () => boolean
}

function guardsOf(context: FindingContext): readonly LocatedGuard[] {
  const { gamebook, locations } = context
  const { entities, functions, triggers } = gamebook
  const guards: LocatedGuard[] = []
  const add = (
    condition: Condition | null,
    what: string,
    location: FileLocation,
    isReportedElsewhere = (): boolean => false,
  ): void => {
    if (condition !== null) guards.push({ condition, what, location, isReportedElsewhere })
  }
  const addEffects = (effects: readonly Effect[], what: string, location: FileLocation): void => {
    for (const effect of effects) {
      add(effect.if, `The "if" of an effect of ${what}`, location)
      if (effect.kind === 'roll') addEffects([...effect.onSuccess, ...effect.onFailure], what, location)
    }
  }
  for (const entity of entities.values()) {
    const { id, described, graphNode, item, container, speaker } = entity
    add(described?.enabled ?? null, `"enabled" of "${id}"`, locations.key(id, 'enabled'), () => {
      return isReportedIfNeverVisible(gamebook, entity) || isFoundHidden(context, entity)
    })
    add(container?.open ?? null, `"open" of "${id}"`, locations.key(id, 'open'))
    add(graphNode?.requires ?? null, `The "requires" of node "${id}"`, locations.key(id, 'requires'))
    add(item?.portable ?? null, `"portable" of "${id}"`, locations.key(id, 'portable'))
    for (const { id: edge, to, enabled, effects } of graphNode?.edges ?? []) {
      add(enabled, `The guard of the edge from "${id}" to "${to}"`, locations.edge(id, edge))
      addEffects(effects, `the edge from "${id}" to "${to}"`, locations.edge(id, edge))
    }
    addEffects(graphNode?.onEnter ?? [], `the node "${id}"`, locations.key(id, 'on_enter'))
    for (const topic of speaker?.topics ?? []) {
      add(topic.enabled, `The guard of the topic "${topic.id}" of "${id}"`, locations.topic(id, topic.id), ELSEWHERE)
      addEffects(topic.effects, `the topic "${topic.id}" of "${id}"`, locations.topic(id, topic.id))
    }
  }
  for (const { name, enabled, effects, check } of functions) {
    const location = locations.function(name)
    add(enabled, `The guard of the function "${name}"`, location, ELSEWHERE)
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
