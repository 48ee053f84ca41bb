import type { Flag, ProjectedLeaf, ProjectedState } from './projectedNode.ts'

/** The states after a leaf: several if a number comes back from beyond all constants, or if values look alike. */
export function applyLeaf({ writes, ended }: ProjectedLeaf, state: ProjectedState): readonly ProjectedState[] {
  if (writes.length === 0 && ended === 0) return [state]
  let after = [state.slice()]
  for (const { place, valuesAfter } of writes) {
    after = after.flatMap((next) => {
      const values = valuesAfter(next[place] ?? 0)
      if (values.length > 1) return values.map((value) => next.with(place, value))
      next[place] = values[0] ?? 0
      return [next]
    })
  }
  const last = state.length - 1
  for (const next of after) if (next[last] === 0) next[last] = ended
  return after
}

export function withFlag(state: ProjectedState, flag: Flag | null, isSet: boolean): ProjectedState {
  if (flag?.place == null) return state
  const value = isSet ? flag.set : flag.unset
  if (state[flag.place] === value) return state
  const next = state.slice()
  next[flag.place] = value
  return next
}
