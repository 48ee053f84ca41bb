import type { ConeState, ConeStep, Transitions } from '../../analysis/cone/transitions.ts'

export interface BruteForce {
  /** By the text of a state: how many calls it takes. */
  readonly distances: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, ConeState>
  readonly isTooLarge: boolean
  /** The texts of the states from which a state of a kind can be reached. */
  readonly before: (isMet: (state: ConeState) => boolean) => ReadonlySet<string>
  readonly endings: ReadonlySet<number>
  readonly goals: ReadonlySet<number>
  /** The texts of the states in which the story runs and from which no ending can be reached. */
  readonly locked: () => ReadonlySet<string>
  /** The same for a goal. */
  readonly lost: (goal: number) => ReadonlySet<string>
}

export function textOf(state: ConeState): string {
  return state.join()
}

/** All states of a cone, with nothing but maps and sets. */
export function bruteForce(transitions: Transitions, maxStates = 300): BruteForce {
  const distances = new Map<string, number>()
  const states = new Map<string, ConeState>()
  const steps = new Map<string, readonly ConeStep[]>()
  const starts = transitions.starts()
  let layer = starts.map(({ state }) => state)
  for (let distance = 0; layer.length > 0 && states.size <= maxStates; distance += 1) {
    const found = layer.filter((state) => {
      if (distances.has(textOf(state))) return false
      distances.set(textOf(state), distance)
      states.set(textOf(state), state)
      return true
    })
    layer = found.flatMap((state) => {
      const after = transitions.stepsFrom(state)
      steps.set(textOf(state), after)
      return after.map(({ next }) => next)
    })
  }
  const before: BruteForce['before'] = (isMet) => leadingTo([...states].filter(([, state]) => isMet(state)))
  const all = [...states.values()]
  return {
    distances,
    states,
    isTooLarge: states.size > maxStates,
    before,
    endings: new Set(all.filter(transitions.isEnded).map((state) => state.at(-1) ?? 0)),
    goals: new Set([...starts, ...[...steps.values()].flat()].flatMap(({ goals }) => goals)),
    locked: () => runningWithout(before(transitions.isEnded)),
    lost: (goal) =>
      runningWithout(leadingTo([...steps].filter(([, after]) => after.some(({ goals }) => goals.includes(goal))))),
  }

  function leadingTo(targets: readonly (readonly [string, unknown])[]): ReadonlySet<string> {
    const can = new Set(targets.map(([text]) => text))
    for (let size = -1; size !== can.size;) {
      size = can.size
      for (const [text, after] of steps) if (after.some(({ next }) => can.has(textOf(next)))) can.add(text)
    }
    return can
  }

  function runningWithout(texts: ReadonlySet<string>): ReadonlySet<string> {
    const running = [...states].filter(([text, state]) => !transitions.isEnded(state) && !texts.has(text))
    return new Set(running.map(([text]) => text))
  }
}
