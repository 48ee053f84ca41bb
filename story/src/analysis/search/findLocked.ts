import type { Exploration } from './exploreStates.ts'

/** States in which the story goes on but something can no longer be reached. */
export interface LockedStates {
  readonly count: number
  readonly has: (state: number) => boolean
  readonly entries: readonly LockEntry[]
}

/** A locked state, and the state before it that isn't locked; -1 at the start. */
export interface LockEntry {
  readonly from: number
  readonly to: number
}

/**
 * Finds the states from which no ending can be reached; with the position of a goal, those from which it can't be met.
 * States whose steps were not explored count as able to reach everything, so a locked state of an exploration that was
 * stopped is locked as well.
 */
export function findLocked(exploration: Exploration, goal: number | null = null): LockedStates {
  const { tree, expanded } = exploration
  const canReach = new Uint8Array(tree.size)
  const pending: number[] = []
  const reach = (state: number): void => {
    if (canReach[state] === 1) return
    canReach[state] = 1
    pending.push(state)
  }

  for (let state = expanded; state < tree.size; state += 1) reach(state)
  if (goal === null) {
    for (let state = 0; state < expanded; state += 1) if (tree.isEnded(state)) reach(state)
  } else {
    exploration.edges.meeting.get(goal)?.asArray().forEach(reach)
  }
  const { starts, sources } = stepsInto(exploration)
  for (let state = pending.pop(); state !== undefined; state = pending.pop())
    for (let index = starts[state] ?? 0; index < (starts[state + 1] ?? 0); index += 1) reach(sources[index] ?? 0)

  const has = (state: number): boolean => canReach[state] === 0 && !tree.isEnded(state)
  const entries: LockEntry[] = []
  let count = 0
  for (let state = 0; state < tree.size; state += 1) {
    if (!has(state)) continue
    count += 1
    if (tree.parentOf(state) === -1) entries.push({ from: -1, to: state })
  }
  const to = exploration.edges.to.asArray()
  exploration.edges.from.asArray().forEach((from, edge) => {
    const state = to[edge] ?? 0
    if (!has(from) && has(state)) entries.push({ from, to: state })
  })
  return { count, has, entries }
}

/** The states before each state: `sources` from `starts[state]` up to `starts[state + 1]`. */
function stepsInto({ tree, edges }: Exploration): { readonly starts: Int32Array; readonly sources: Int32Array } {
  const from = edges.from.asArray()
  const to = edges.to.asArray()
  const starts = new Int32Array(tree.size + 1)
  for (const state of to) starts[state + 1] = (starts[state + 1] ?? 0) + 1
  for (let state = 0; state < tree.size; state += 1) starts[state + 1] = (starts[state + 1] ?? 0) + (starts[state] ?? 0)
  const next = starts.slice()
  const sources = new Int32Array(to.length)
  to.forEach((state, edge) => {
    const index = next[state] ?? 0
    sources[index] = from[edge] ?? 0
    next[state] = index + 1
  })
  return { starts, sources }
}
