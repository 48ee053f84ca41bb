import type { Effect, Entity, Gamebook, GamebookFunction, Reason, Roll, Trigger } from '../../gamebook/gamebook.ts'
import { callsIn, effectsOfFunction, flattenEffects } from '../../gamebook/flattenEffects.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { movesGraph } from '../../actions/findAction.ts'
import type { FileLocation } from '../sourceMap.ts'
import { guess, staticFinding, type FindStatic, type StaticContext } from './staticContext.ts'

/**
 * Finds moments that players notice and that the author has no words for: outcomes of rolls, triggers that move or end
 * the story, and endings. Only in gamebooks that narrate at all.
 */
export const findMissingNarrations: FindStatic = (context) => {
  const { gamebook, locations } = context
  if (!indexOf(gamebook).hasNarrations) return []
  return [
    ...gamebook.functions.flatMap((fn) => wordlessRolls(context, fn)),
    ...gamebook.triggers
      .filter((trigger) => isNoticed(trigger) && !leadsToWords(gamebook, trigger.effects))
      .map(({ id }) => wordless(context, `The trigger "${id}"`, locations.trigger(id), TRIGGER_HINT)),
    ...[...gamebook.entities.values()]
      .filter(isWordlessEnding)
      .map(({ id }) => wordless(context, `The ending "${id}"`, locations.key(id, 'ending'), ENDING_HINT)),
  ]
}

const TRIGGER_HINT = 'Add an effect "narrate: …" that says what the player notices.'
const ENDING_HINT = 'Add a "text" to the ending.'

function wordless(context: StaticContext, what: string, location: FileLocation, hint: string) {
  const message = `${what} has no narration.`
  return staticFinding(context, 'no-narration', location, { message, hint }, 'note')
}

function wordlessRolls(context: StaticContext, fn: GamebookFunction) {
  const { gamebook, locations } = context
  const rolls = [...(fn.check === null ? [] : [fn.check]), ...rollsIn(effectsOfFunction(fn))].filter(decides)
  if (rolls.length === 0 || leadsToWords(gamebook, fn.effects.filter(isNarration))) return []
  const outcomes = rolls.flatMap(({ onSuccess, onFailure }) => [
    ...(leadsToWords(gamebook, onSuccess) ? [] : ['success']),
    ...(leadsToWords(gamebook, onFailure) ? [] : ['failure']),
  ])
  return [...new Set(outcomes)].map((outcome) => {
    const hint = `Add "narrate: …" to "on_${outcome}".`
    return wordless(context, `The ${outcome} of the roll of "${fn.name}"`, locations.function(fn.name), hint)
  })
}

function rollsIn(effects: readonly Effect[]): readonly Roll[] {
  return flattenEffects(effects).filter((effect) => effect.kind === 'roll')
}

/** A roll without a target number has no outcomes. */
function decides({ atLeast }: Roll): boolean {
  return atLeast !== null
}

function isNarration({ kind }: Effect): boolean {
  return kind === 'narration'
}

/** Whether the effects narrate, or enter a node or an ending that has words of its own. */
function leadsToWords({ entities }: Gamebook, effects: readonly Effect[]): boolean {
  const all = flattenEffects(effects)
  if (all.some(isNarration)) return true
  return callsIn(all).some(({ action, args }) => {
    if (action === 'core/end-game') return typeof args.get('reason') === 'string'
    if (!movesGraph(action)) return false
    const to = args.get('to')
    return typeof to !== 'string' || hasWords(entities.get(to))
  })
}

function hasWords(node: Entity | undefined): boolean {
  const { firstVisit = null, onEnter = [], ending = null } = node?.graphNode ?? {}
  return firstVisit !== null || ending?.text != null || flattenEffects(onEnter).some(isNarration)
}

/** Whether a trigger moves or ends the story. Changed fields show in the status panel. */
function isNoticed({ effects }: Trigger): boolean {
  return callsIn(effects).some(({ action }) => movesGraph(action) || action === 'core/end-game')
}

function isWordlessEnding(node: Entity): boolean {
  return node.graphNode?.ending != null && !hasWords(node)
}

/** Finds lists of reasons that may end without one. It is a guess: perhaps one of their conditions is always true. */
export const findMissingReasons: FindStatic = (context) => {
  const { gamebook, locations } = context
  const lists: readonly (readonly [string, readonly Reason[], FileLocation])[] = [
    ...gamebook.functions.map(
      ({ name, otherwise }) => [`the function "${name}"`, otherwise, locations.function(name)] as const,
    ),
    ...[...gamebook.entities.values()].flatMap(({ id, graphNode }) => [
      [`the node "${id}"`, graphNode?.otherwise ?? [], locations.key(id, 'otherwise')] as const,
      ...(graphNode?.edges ?? []).map(
        (edge) => [`the edge from "${id}" to "${edge.to}"`, edge.otherwise, locations.edge(id, edge.id)] as const,
      ),
    ]),
  ]
  return lists
    .filter(([, reasons]) => reasons.length > 0 && reasons.every((reason) => reason.if !== null))
    .map(([what, , location]) => {
      const message = `The "otherwise" of ${what} has no reason that always applies.`
      const hint = 'Add a final reason without "if".'
      return guess(context, 'reason-missing', location, { message, hint })
    })
}
