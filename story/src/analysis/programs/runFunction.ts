import { movesGraph } from '../../actions/findAction.ts'
import type { GamebookFunction } from '../../gamebook/gamebook.ts'
import { guardOf } from '../../play/callFunction.ts'
import { hasRevealedOwner } from '../../play/hasRevealedOwner.ts'
import { performFunction, type PerformedFunction } from '../../play/performFunction.ts'
import { checkGuards } from '../../state/guard.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import type { Json } from '../../json.ts'
import type { Payload } from '../../state/verdict.ts'
import { events } from './event.ts'
import { resultOf, UNCHANGED } from './leafOf.ts'
import { chooseArguments } from './parameters.ts'
import type { Leaf } from './program.ts'
import type { Run } from './run.ts'

type Result = Omit<Leaf, 'kind' | 'events'>

/** A call, as `play/callFunction.ts` performs it. The guard comes first, because arguments can't change it. */
export function runFunction(run: Run, fn: GamebookFunction): Result {
  const { world, report } = run
  if (!hasRevealedOwner(world, fn)) return refused('no-such-function')
  const guard = checkGuards(world, guardOf(fn), report)
  if (guard.refusal !== null) return refused(guard.refusal.code)
  const args = chooseArguments(run, fn)
  if (args === null) return refused('bad-arguments')
  if (args.isOffered) run.events.add(events.offered(fn.name))
  const inside = { ...world, locals: new Map([['param', args.values]]) }
  const outcome = performFunction(inside, fn, args.given, { by: 'tool', report, where: fn.name })
  if (outcome.refusal !== null) {
    if (args.isOffered) run.events.add(events.refused(fn.name, outcome.refusal.code))
    return refused(outcome.refusal.code)
  }
  addEvents(run, fn, outcome)
  return resultOf(run, outcome.state)
}

function refused(refusal: string): Result {
  return { ...UNCHANGED, refusal }
}

function addEvents(run: Run, fn: GamebookFunction, { action, args, edge, roll }: PerformedFunction): void {
  run.events.add(events.called(fn.name))
  if (roll?.success !== undefined) {
    run.events.add(roll.success ? events.passedCheck(fn.name) : events.failedCheck(fn.name))
  }
  if (!movesGraph(action) || roll?.success === false) return
  const { entity_id: id, to } = isPayload(args) ? args : {}
  const graph = typeof id === 'string' ? run.world.gamebook.entities.get(id) : undefined
  if (graph !== undefined && typeof to === 'string') {
    run.events.add(events.usedEdge(graph.id, currentNodeId(run.world, graph), edge ?? to))
  }
}

function isPayload(args: Json): args is Payload {
  return typeof args === 'object' && args !== null && !Array.isArray(args)
}
