import type { EndingKind, Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { performCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import { listEndings } from '../../play/listEndings.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { startState, type EndedAtNode } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { formatStep, type Step } from '../steps/step.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/**
 * Finds endings that a player can reach at once, although the story has much more: usually a function that moves the
 * plot without a condition. Early deaths are usual, so bad endings don't count, nor do endings with "x-min-steps". In a
 * story without endings, the last nodes of a plot count.
 */
export const findNearEndings: FindStatic = (context) => {
  const { gamebook, locations } = context
  if (countNodes(gamebook) < MIN_NODES) return []
  const isExpected = (nodeId: string): boolean => locations.notes(nodeId).has('x-min-steps')
  return [...endingsNear(gamebook)]
    .filter(([nodeId]) => !isExpected(nodeId))
    .map(([nodeId, steps]) => {
      const calls = steps.map(formatStep).join(', then ')
      const what = gamebook.entities.get(nodeId)?.graphNode?.ending == null ? 'last node' : 'ending'
      const message = `The ${what} "${nodeId}" can be reached with ${steps.length === 1 ? 'one call' : `${steps.length} calls`}: ${calls}.`
      const hint = 'Add a condition to what leads there. If it is intended, add "x-min-steps: 1" to the node.'
      return {
        ...staticFinding(context, 'ending-very-near', locations.entity(nodeId), { message, hint }, 'note'),
        witness: steps,
        status: { kind: 'shown', calls: steps.length },
      }
    })
}

/** In smaller stories, a short path is nothing unusual. */
const MIN_NODES = 8
const MAX_CALLS = 2
/** Calls that are tried, so large gamebooks take no longer. */
const MAX_TRIED = 2000

function countNodes(gamebook: Gamebook): number {
  return indexOf(gamebook).graphs.reduce((sum, { graph }) => sum + (graph?.nodeIds.length ?? 0), 0)
}

interface Reached {
  readonly world: World
  readonly steps: readonly Step[]
}

/** The endings that are not bad and that a few calls without dice reach, with the calls. */
function endingsNear(gamebook: Gamebook): ReadonlyMap<string, readonly Step[]> {
  const start = worldOf(gamebook, startState(0))
  const plots = listEndings(gamebook).length > 0 ? [] : plotsOf(gamebook)
  let reached: readonly Reached[] = [{ world: afterTriggers(start), steps: [] }]
  const endings = new Map<string, readonly Step[]>()
  let tried = 0
  for (let calls = 0; calls < MAX_CALLS; calls += 1) {
    const next: Reached[] = []
    for (const { world, steps } of reached) {
      for (const step of callsIn(world)) {
        if (tried >= MAX_TRIED) return endings
        tried += 1
        const after = performStep(world, step)
        if (after === null) continue
        const { ended } = after.state
        const path = [...steps, step]
        if (ended === undefined) next.push({ world: after, steps: path })
        const ends =
          ended === undefined ? lastNodes(after, plots) : 'node' in ended && isNotBad(ended) ? [ended.node] : []
        for (const node of ends) if (!endings.has(node)) endings.set(node, path)
      }
    }
    reached = next
  }
  return endings
}

/** The graphs that are no maps and have a beginning, a middle and an end. */
function plotsOf(gamebook: Gamebook): readonly Entity[] {
  const maps = placeGraphs(gamebook)
  return indexOf(gamebook).graphs.filter((graph) => !maps.includes(graph) && (graph.graph?.nodeIds.length ?? 0) > 2)
}

/** The current nodes from which no edge leads on. */
function lastNodes(world: World, plots: readonly Entity[]): readonly string[] {
  return plots
    .map((plot) => currentNodeId(world, plot))
    .filter((id) => world.gamebook.entities.get(id)?.graphNode?.edges.length === 0)
}

function isNotBad({ kind }: EndedAtNode): boolean {
  return kind !== ('bad' satisfies EndingKind)
}

function afterTriggers(world: World): World {
  return { ...world, state: endTurn(world, ignore).state }
}

function ignore(): void {}

/** Null for a call that is refused or rolls dice. */
function performStep(world: World, { function: name, args }: Step): World | null {
  const done = performCall(world, { function: name, args, by: 'tool' }, ignore)
  if (done.refusal !== null) return null
  const after = afterTriggers({ ...world, state: done.state })
  return after.state.rng.counter === world.state.rng.counter ? after : null
}

/** The calls of functions without parameters of the author, with each choice of the engine's own. */
function callsIn(world: World): readonly Step[] {
  return offeredFunctions(world, ignore)
    .filter(({ fn }) => fn.parameters.size === 0)
    .flatMap(({ fn, choices }) => argsOf([...choices]).map((args) => ({ function: fn.name, args, rolls: [] })))
}

function argsOf([first, ...others]: readonly [string, readonly string[]][]): readonly Step['args'][] {
  if (first === undefined) return [{}]
  const [name, ids] = first
  return argsOf(others).flatMap((args) => ids.map((id) => ({ [name]: id, ...args })))
}
