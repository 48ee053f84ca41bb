import { holds } from '../expressions/evaluate/evaluate.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { Gamebook, Trigger } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { StateError } from '../state/parseState.ts'
import { createState } from '../state/createState.ts'
import { startState, type StoryState, type TriggerState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { worldOf } from '../traits/worldOf.ts'
import { breakContainmentCycles } from './breakContainmentCycles.ts'
import { keepEntries } from './keepEntries.ts'
import { restoreField } from './restoreField.ts'
import { restoreNudged } from './restoreNudged.ts'
import { restoreDiscussed, restoreExpecting } from './restoreTopics.ts'
import { restoreVisits } from './restoreVisits.ts'
import {
  isJsonObject,
  SavedEnding,
  SavedFields,
  SavedRng,
  SavedState,
  SavedTrigger,
  SavedVersion,
} from './savedState.ts'
import type { ReportState, StateFinding } from './stateFinding.ts'

export interface RestoredState {
  readonly state: StoryState
  /** Empty if the state fits the gamebook unchanged. */
  readonly findings: readonly StateFinding[]
}

/**
 * Fits a saved state to the current gamebook: values of missing entities and fields are dropped, values of another type
 * are converted if nothing is lost, and every change is reported. It also reads the older form without a version.
 * Throws `StateError` (`state-version`) for a state of a newer version.
 * @param seed the seed for a state without dice
 */
export function restoreState(gamebook: Gamebook, stored: unknown, seed: number): RestoredState {
  const findings: StateFinding[] = []
  const report: ReportState = (code, path, message) => findings.push({ code, path, message })
  const saved = isJsonObject(stored) ? SavedState.parse(stored) : null
  if (saved === null) {
    report('state-invalid', '', "The saved state can't be read; the story starts over.")
    return { state: startState(seed), findings }
  }
  if (!SavedVersion.safeParse(saved.version).success) throw new StateError(stored, undefined)
  const rng = SavedRng.safeParse(saved.rng)
  const ended = SavedEnding.safeParse(saved.ended)
  const state = createState({
    entities: breakContainmentCycles(gamebook, restoreEntities(gamebook, saved.entities, report), report),
    visited: restoreVisited(gamebook, saved.visited, report),
    triggers: restoreTriggers(gamebook, saved.triggers, report),
    rng: rng.success ? rng.data : startState(seed).rng,
    ended: ended.data,
    visits: restoreVisits(gamebook, saved.visits, report),
    discussed: restoreDiscussed(gamebook, saved.discussed, report),
    expecting: restoreExpecting(gamebook, saved.expecting, report),
    nudged: restoreNudged(saved.nudged, report),
  })
  return { state: saved.version === undefined ? fromOlderForm(gamebook, state) : state, findings }
}

type Saved = Readonly<Record<string, Json>>

function restoreEntities(gamebook: Gamebook, saved: Saved, report: ReportState): StoryState['entities'] {
  return keepEntries(saved, (id, written) => {
    const entity = gamebook.entities.get(id)
    const fields = SavedFields.safeParse(written)
    if (entity === undefined || !fields.success) {
      report('state-orphan', `entities.${id}`, `"${id}" is no longer in the gamebook; its saved values were dropped.`)
      return undefined
    }
    return keepEntries(fields.data, (field, value) => restoreField(gamebook, entity, field, value, report))
  })
}

function restoreVisited(gamebook: Gamebook, saved: Saved, report: ReportState): StoryState['visited'] {
  return keepEntries(saved, (id, written) => {
    const graph = gamebook.entities.get(id)?.graph
    if (graph === undefined || !isList(written)) {
      report('state-orphan', `visited.${id}`, `The graph "${id}" is no longer in the gamebook.`)
      return undefined
    }
    return written.filter((nodeId): nodeId is string => {
      const isNode = typeof nodeId === 'string' && graph.nodeIds.includes(nodeId)
      if (!isNode) report('state-orphan', `visited.${id}`, `${JSON.stringify(nodeId)} is no longer a node of "${id}".`)
      return isNode
    })
  })
}

function restoreTriggers(gamebook: Gamebook, saved: Saved, report: ReportState): StoryState['triggers'] {
  const known = new Set([
    ...gamebook.triggers.map(({ id }) => id),
    ...indexOf(gamebook).secrets.map(({ id }) => `${id}#reveal_when`),
  ])
  return keepEntries(saved, (id, written) => {
    const trigger = SavedTrigger.safeParse(written)
    if (known.has(id) && trigger.success) return trigger.data
    report('state-orphan', `triggers.${id}`, `The trigger "${id}" is no longer in the gamebook.`)
    return undefined
  })
}

/** The older form has no visits and triggers: current nodes count as visited, and true conditions do not fire. */
function fromOlderForm(gamebook: Gamebook, state: StoryState): StoryState {
  const world = worldOf(gamebook, state)
  const visited = indexOf(gamebook).graphs.flatMap((graph): [string, readonly string[]][] => {
    const current = currentNodeId(world, graph)
    return current === graph.graph?.startNodeId ? [] : [[graph.id, [current]]]
  })
  const withVisits = { ...state, visited: Object.fromEntries(visited) }
  const triggers = gamebook.triggers.flatMap((trigger): [string, TriggerState][] => {
    const now = truthOf(worldOf(gamebook, withVisits), trigger)
    return now === null ? [] : [[trigger.id, now]]
  })
  return { ...withVisits, triggers: Object.fromEntries(triggers) }
}

/** Null for a false condition. */
function truthOf(world: World, { condition }: Trigger): TriggerState | null {
  try {
    return holds(condition, world) ? { on: true, fired: 0 } : null
  } catch (error) {
    if (error instanceof ExpressionError) return { on: false, fired: 0, error: error.code }
    throw error
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
