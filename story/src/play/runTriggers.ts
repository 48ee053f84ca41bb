import { holds } from '../expressions/evaluate/evaluate.ts'
import type { Condition } from '../expressions/expression.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { Effect, Entity, Gamebook } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Receipt } from '../state/receipt.ts'
import type { StoryState, TriggerState } from '../state/storyState.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isRevealed } from '../traits/visibility.ts'
import { evaluationReceipt, triggerLimitReceipt } from './engineReceipts.ts'
import { closeQuestion } from './closeQuestion.ts'
import { startBudget, startNesting, type EffectBudget } from './nesting.ts'
import type { NotPerformed, Performed } from './performed.ts'
import { performEffect } from './performEffect.ts'
import { triggersInLoop } from './triggersInLoop.ts'

export interface TriggerRun {
  /** Unchanged if nothing was due. */
  readonly state: StoryState
  readonly receipts: readonly Receipt[]
}

const MAX_ROUNDS = 16

/**
 * Runs after every call and at the end of every turn. A round evaluates all conditions on the same state, then
 * performs the due triggers in order; the next round evaluates the result, until nothing is due. After too many rounds
 * the engine stops and reports the triggers. Then an open question ends if its speaker is gone.
 */
export function runTriggers(world: World, report: ReportFailure): TriggerRun {
  const { state, receipts } = runRounds(world, report)
  return { state: closeQuestion({ ...world, state }), receipts }
}

function runRounds(world: World, report: ReportFailure): TriggerRun {
  const receipts: Receipt[] = []
  const rounds: (readonly Watcher[])[] = []
  const budget = startBudget()
  let { state } = world
  for (;;) {
    const evaluated = evaluateAll({ ...world, state })
    receipts.push(...evaluated.failures)
    rounds.push(evaluated.due)
    if (evaluated.due.length > 0 && rounds.length > MAX_ROUNDS) {
      return { state, receipts: [...receipts, limitReceipt(world.gamebook, rounds)] }
    }
    ;({ state } = evaluated)
    if (evaluated.due.length === 0) return { state, receipts }
    const performed = performAll({ ...world, state }, evaluated.due, budget, report)
    receipts.push(...performed.receipts)
    ;({ state } = performed)
  }
}

/** A trigger, or the `reveal_when` of a hidden entity, for which the state stores failures only. */
interface Watcher {
  readonly id: string
  readonly kind: 'trigger' | 'reveal'
  readonly condition: Condition
  readonly once: boolean
  readonly effects: readonly Effect[]
}

interface Evaluated {
  /** The state with the newest result of every condition. */
  readonly state: StoryState
  readonly due: readonly Watcher[]
  readonly failures: readonly Receipt[]
}

function evaluateAll(world: World): Evaluated {
  const due: Watcher[] = []
  const failures: Receipt[] = []
  const changed: [string, TriggerState][] = []
  for (const watcher of watchersOf(world)) {
    const before = Object.hasOwn(world.state.triggers, watcher.id) ? world.state.triggers[watcher.id] : undefined
    const { on = false, fired = 0, error } = before ?? {}
    const result = evaluateCondition(world, watcher.condition)
    if (result instanceof ExpressionError) {
      if (error === result.code) continue
      changed.push([watcher.id, { on, fired, error: result.code }])
      failures.push(evaluationReceipt(watcher.id, result))
      continue
    }
    const isDue = result && !on && !(watcher.once && fired > 0)
    if (isDue) due.push(watcher)
    const hasChanged = watcher.kind === 'trigger' && result !== on
    if (hasChanged || error !== undefined)
      changed.push([watcher.id, { on: hasChanged ? result : on, fired: fired + Number(hasChanged && isDue) }])
  }
  const { state } = world
  const triggers = changed.length === 0 ? state.triggers : { ...state.triggers, ...Object.fromEntries(changed) }
  return { state: triggers === state.triggers ? state : { ...state, triggers }, due, failures }
}

/** Reveals come before triggers. */
function watchersOf(world: World): readonly Watcher[] {
  const { reveals, triggers } = allWatchers(world.gamebook)
  if (reveals.length === 0) return triggers
  return [...reveals.filter(({ entity }) => !isRevealed(world, entity)).map(({ watcher }) => watcher), ...triggers]
}

interface Watchers {
  readonly reveals: readonly { readonly entity: Entity; readonly watcher: Watcher }[]
  readonly triggers: readonly Watcher[]
}

/** Listed once for each gamebook, because gamebooks never change. */
function allWatchers(gamebook: Gamebook): Watchers {
  const known = watchersByGamebook.get(gamebook)
  if (known !== undefined) return known
  const reveals = indexOf(gamebook).secrets.flatMap((entity) => {
    const { id, revealWhen } = entity
    return revealWhen === null ? [] : [{ entity, watcher: revealWatcher(id, revealWhen) }]
  })
  const triggers = gamebook.triggers.map((trigger): Watcher => ({ kind: 'trigger', ...trigger }))
  const watchers = { reveals, triggers }
  watchersByGamebook.set(gamebook, watchers)
  return watchers
}

const watchersByGamebook = new WeakMap<Gamebook, Watchers>()

/** Names the triggers in the order in which they are evaluated. */
function limitReceipt(gamebook: Gamebook, rounds: readonly (readonly Watcher[])[]): Receipt {
  const { reveals, triggers } = allWatchers(gamebook)
  const inLoop = triggersInLoop(rounds)
  const all = [...reveals.map(({ watcher }) => watcher), ...triggers]
  return triggerLimitReceipt(all.filter((watcher) => inLoop.has(watcher)).map(({ id }) => id))
}

function revealWatcher(id: string, condition: Condition): Watcher {
  return { id: `${id}#reveal_when`, kind: 'reveal', condition, once: false, effects: [revealOf(id)] }
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

/** Every effect sees the changes before it. A refused effect doesn't stop the others; a reset does. */
function performAll(world: World, due: readonly Watcher[], budget: EffectBudget, report: ReportFailure): TriggerRun {
  const receipts: Receipt[] = []
  let { state } = world
  for (const { id, effects } of due) {
    for (const effect of effects) {
      const request = { by: 'trigger', report, where: id, nesting: startNesting(budget) } as const
      const outcome = performEffect({ ...world, state }, effect, request)
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
