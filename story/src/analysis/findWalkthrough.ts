import type { Gamebook } from '../gamebook/gamebook.ts'
import { listEndingNodes } from '../play/listEndings.ts'
import { startState } from '../state/storyState.ts'
import { renderName } from '../traits/described/prompt.ts'
import { worldOf } from '../traits/worldOf.ts'
import { findAnswers, type AnswerOptions } from './answers/findAnswers.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { events } from './programs/event.ts'
import type { Reason } from './verdict/reason.ts'
import { countCalls, type Step } from './steps/step.ts'
import { findSeed } from './steps/replay.ts'

export interface Walkthrough {
  readonly nodeId: string
  readonly steps: readonly Step[]
  /** Whether no path has fewer calls. */
  readonly isShortest: boolean
  /** A seed whose dice make the calls lead there. Null if none was found. */
  readonly seed: number | null
}

export type WalkthroughResult =
  | { readonly kind: 'found'; readonly walkthrough: Walkthrough }
  | { readonly kind: 'no-such-place'; readonly endings: readonly string[] }
  /** If `isProven`, the node is unreachable; else `reasons` say why that is not known. */
  | {
      readonly kind: 'no-way'
      readonly nodeId: string
      readonly isProven: boolean
      readonly states: number
      readonly reasons: readonly Reason[]
    }

/** Finds a path to an ending or another node, given its title, name or id: the shortest one if it is known. */
export function findWalkthrough(gamebook: Gamebook, to: string, options: AnswerOptions = {}): WalkthroughResult {
  const nodeId = findNode(gamebook, to)
  if (nodeId === undefined)
    return { kind: 'no-such-place', endings: listEndingNodes(gamebook).map(({ title }) => title) }
  const answers = findAnswers(gamebook, options)
  const graphs = indexOf(gamebook).graphsOfNode.get(nodeId) ?? []
  const entries = graphs.map(({ id }) => events.entered(id, nodeId))
  const paths = entries.flatMap((event) => answers.pathTo(event) ?? [])
  const [path] = paths.toSorted((a, b) => countCalls(a.steps) - countCalls(b.steps))
  if (path !== undefined) {
    const { steps } = path
    const isShortest = entries.every(
      (event) => answers.canHappen(event).kind === 'proven' || answers.pathTo(event)?.isShortest === true,
    )
    return { kind: 'found', walkthrough: { nodeId, steps, isShortest, seed: findSeed(gamebook, steps) } }
  }
  const reasons = entries.flatMap((event) => {
    const possibility = answers.canHappen(event)
    return possibility.kind === 'not-known' ? possibility.reasons : []
  })
  return { kind: 'no-way', nodeId, isProven: reasons.length === 0, states: answers.effort().states, reasons }
}

function findNode(gamebook: Gamebook, wanted: string): string | undefined {
  const world = worldOf(gamebook, startState(0))
  const matches = (name: string): boolean => name.toLowerCase() === wanted.trim().toLowerCase()
  const nodes = [...gamebook.entities.values()].filter(({ graphNode }) => graphNode !== undefined)
  const byId = nodes.find(({ id }) => matches(id))
  if (byId !== undefined) return byId.id
  return (
    listEndingNodes(gamebook).find(({ title }) => matches(title))?.nodeId ??
    nodes.find((node) => matches(renderName(world, node)))?.id
  )
}
