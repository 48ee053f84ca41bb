import { holds } from '../expressions/evaluate/evaluate.ts'
import type { Condition } from '../expressions/expression.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { Effect } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Receipt } from '../state/receipt.ts'
import type { StoryState, TriggerState } from '../state/storyState.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isRevealed } from '../traits/visibility.ts'
import { evaluationReceipt, triggerLimitReceipt } from './engineReceipts.ts'
import { performEffect, type NotPerformed, type Performed } from './performEffect.ts'

export interface TriggerRun {
  /** The same state where nothing followed. */
  readonly state: StoryState
  readonly receipts: readonly Receipt[]
}

const MAX_ROUNDS = 16

/**
 * Lets follow what follows by itself: asked after every call that was done, and at the end of every turn.
 * A round asks all conditions on one and the same state, then what became true acts in order; the next round asks
 * what came of it, until nothing is due. What goes round for ever is cut off, and reported.
 */
export function runTriggers(world: World, report: ReportFailure): TriggerRun {
  const receipts: Receipt[] = []
  let { state } = world
  for (let round = 0; ; round += 1) {
    const asked = ask({ ...world, state })
    receipts.push(...asked.failures)
    if (asked.due.length > 0 && round === MAX_ROUNDS) {
      return { state, receipts: [...receipts, triggerLimitReceipt(asked.due.map(({ id }) => id))] }
    }
    ;({ state } = asked)
    if (asked.due.length === 0) return { state, receipts }
    const acted = act({ ...world, state }, asked.due, report)
    receipts.push(...acted.receipts)
    ;({ state } = acted)
  }
}

/** A trigger, or the `reveal_when` of what is not revealed, which needs no memory but of its failures. */
interface Watcher {
  readonly id: string
  readonly kind: 'trigger' | 'reveal'
  readonly condition: Condition
  readonly once: boolean
  readonly effects: readonly Effect[]
}

interface Asked {
  /** With what is known now of every condition. */
  readonly state: StoryState
  readonly due: readonly Watcher[]
  readonly failures: readonly Receipt[]
}

function ask(world: World): Asked {
  const due: Watcher[] = []
  const failures: Receipt[] = []
  const changed: [string, TriggerState][] = []
  for (const watcher of watchersOf(world)) {
    const before = Object.hasOwn(world.state.triggers, watcher.id) ? world.state.triggers[watcher.id] : undefined
    const { on = false, fired = 0, error } = before ?? {}
    const answer = evaluateCondition(world, watcher.condition)
    if (answer instanceof ExpressionError) {
      if (error === answer.code) continue
      changed.push([watcher.id, { on, fired, error: answer.code }])
      failures.push(evaluationReceipt(watcher.id, answer))
      continue
    }
    const isDue = answer && !on && !(watcher.once && fired > 0)
    if (isDue) due.push(watcher)
    const isNews = watcher.kind === 'trigger' && answer !== on
    if (isNews || error !== undefined)
      changed.push([watcher.id, { on: isNews ? answer : on, fired: fired + Number(isNews && isDue) }])
  }
  const { state } = world
  const triggers = changed.length === 0 ? state.triggers : { ...state.triggers, ...Object.fromEntries(changed) }
  return { state: triggers === state.triggers ? state : { ...state, triggers }, due, failures }
}

/** Reveals come before triggers. */
function watchersOf(world: World): readonly Watcher[] {
  const reveals = indexOf(world.gamebook).secrets.flatMap((entity): readonly Watcher[] => {
    const { id, revealWhen } = entity
    if (revealWhen === null || isRevealed(world, entity)) return []
    return [{ id: `${id}#reveal_when`, kind: 'reveal', condition: revealWhen, once: false, effects: [revealOf(id)] }]
  })
  return [...reveals, ...world.gamebook.triggers.map((trigger): Watcher => ({ kind: 'trigger', ...trigger }))]
}

function revealOf(entityId: string): Effect {
  return { kind: 'action', if: null, action: 'core/reveal', args: new Map([['entity_id', entityId]]) }
}

function evaluateCondition(world: World, condition: Condition): boolean | ExpressionError {
  try {
    return holds(condition, world)
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
}

/** Each effect on the state as it then is; one that is refused leaves the others alone. A reset drops the rest. */
function act(world: World, due: readonly Watcher[], report: ReportFailure): TriggerRun {
  const receipts: Receipt[] = []
  let { state } = world
  for (const { id, effects } of due) {
    for (const effect of effects) {
      const outcome = performEffect({ ...world, state }, effect, { by: 'trigger', report, where: id })
      if (outcome === null) continue
      receipts.push(outcome.refusal === null ? applied(id, outcome) : refused(id, outcome))
      if (outcome.refusal !== null) continue
      ;({ state } = outcome)
      if (outcome.isReset) return { state, receipts }
    }
  }
  return { state, receipts }
}

function applied(trigger: string, { record, guards }: Performed): Receipt {
  const { action, args, ...rest } = record
  return { action, by: 'trigger', trigger, args, result: 'applied', guards, ...rest }
}

function refused(trigger: string, { action, args, guards, refusal }: NotPerformed): Receipt {
  return { action, by: 'trigger', trigger, args, result: 'refused', ...refusal, guards, changes: [] }
}
