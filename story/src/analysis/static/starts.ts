import { placeGraphs } from '../../play/placeGraphs.ts'
import { endTurn } from '../../play/endTurn.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import { startState } from '../../state/storyState.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { isPromptType } from '../../traits/inPrompt.ts'
import { findEntityType } from '../../gamebook/findEntityType.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { Condition } from '../../expressions/expression.ts'
import { conjunctsOf } from './conjuncts.ts'
import { pathsIn } from './pathsIn.ts'
import { staticFinding, type FindStatic, type StaticContext } from './staticContext.ts'

/** Finds places where a story starts and that no player sees, because triggers leave them before the first page. */
export const findUnseenStarts: FindStatic = (context) => {
  const { gamebook, locations } = context
  if (dependsOnAnswers(context)) return []
  const start = worldOf(gamebook, startState(0))
  const { state, receipts } = endTurn(start, () => {})
  if (receipts.some(({ roll }) => roll !== undefined)) return []
  const opening = { ...start, state }
  return placeGraphs(gamebook).flatMap((graph) => {
    const [from, to] = [graph.graph?.startNodeId ?? '', currentNodeId(opening, graph)]
    if (from === to) return []
    const message = `Triggers move "${graph.id}" from its start "${from}" to "${to}" before the first page, so players don't start there.`
    const hint = `Start at "${to}", or make the trigger wait for something that the player does.`
    return [staticFinding(context, 'start-never-seen', locations.entity(from), { message, hint })]
  })
}

/** Whether what the player is asked before the first page can decide about triggers. */
function dependsOnAnswers({ gamebook }: StaticContext): boolean {
  const asked = new Set(listStartQuestions(gamebook).map(({ entityId, field }) => `${entityId}.${field}`))
  const reads = (condition: Condition): boolean =>
    conjunctsOf(condition)
      .flatMap(pathsIn)
      .some((path) => asked.has(path))
  return gamebook.triggers.some(({ condition }) => reads(condition))
}

/** Finds maps that the narrator never receives, so it can't say where the player is. */
export const findMapsNotSent: FindStatic = (context) => {
  const { gamebook, locations } = context
  return placeGraphs(gamebook).flatMap((graph) => {
    const type = findEntityType(gamebook, graph.typeId)
    const nodes = (graph.graph?.nodeIds ?? []).flatMap((id) => gamebook.entities.get(id) ?? [])
    if (type === undefined || type.hidden || isPromptType(type) || graph.described !== undefined) return []
    if (nodes.length < 2 || nodes.some(({ described }) => described === undefined)) return []
    const message = `The narrator never receives "${graph.id}", because "${type.name}" has no instructions, so the story never says where the player is.`
    const hint =
      'Add "instructions: Describe a place when the player reaches it.", or "hidden: true" if that is intended.'
    return [staticFinding(context, 'map-not-sent', locations.type(type.id, 'name'), { message, hint })]
  })
}
