import type { Cone, ConeLeaf, ConeNode } from '../../analysis/cone/cone.ts'
import type { ConeStart, ConeState, ConeStep, Transitions } from '../../analysis/cone/transitions.ts'

interface Moment {
  readonly state: ConeState
  readonly goals: ReadonlySet<number>
}

export interface PlainTransitions extends Transitions {
  /** The goals that the conditions of triggers meet in a state. */
  readonly watchedIn: (state: ConeState) => readonly number[]
  /** Whether a chain of triggers was stopped until now. */
  readonly hasCut: () => boolean
}

/** The rules of a cone in the simplest form, to compare with: all conditions are evaluated after every call. */
export function playCone(cone: Cone, maxRounds = 16): PlainTransitions {
  const width = cone.variables.length + 1
  let hasCut = false
  const place = new Map(cone.variables.map((variable, index) => [variable, index]))
  const placeOf = (variable: number): number => place.get(variable) as number

  function leavesOf(node: ConeNode, state: ConeState): readonly ConeLeaf[] {
    if (node.kind === 'leaf') return [node]
    if (node.kind === 'choice') return node.kids.flatMap((kid) => leavesOf(kid, state))
    return leavesOf(node.branches.get(state[placeOf(node.variable)] as number) as ConeNode, state)
  }

  function apply({ state, goals }: Moment, leaf: ConeLeaf): Moment {
    const next = leaf.resets ? new Int32Array(width) : state.slice()
    for (const write of leaf.writes) {
      const at = placeOf(write.variable)
      next[at] =
        write.kind === 'set' ? cone.representative(write.variable, write.value) : cone.add(write, next[at] as number)
    }
    if (next[width - 1] === 0) next[width - 1] = leaf.ended
    return { state: next, goals: new Set([...goals, ...leaf.goals]) }
  }

  function watchedIn(state: ConeState): readonly number[] {
    return cone.triggers.flatMap(({ condition }) => leavesOf(condition, state)[0]?.goals ?? [])
  }

  function answersIn(state: ConeState): readonly (boolean | null)[] {
    return cone.triggers.map(({ condition }) => leavesOf(condition, state)[0]?.answer ?? null)
  }

  function remembered(state: ConeState): readonly boolean[] {
    const answers = answersIn(state)
    return cone.triggers.map(({ onVariable }, index) =>
      onVariable === null ? answers[index] === true : state[placeOf(onVariable)] !== 0,
    )
  }

  function settle(first: Moment, wereOn: readonly boolean[]): readonly Moment[] {
    const settled = new Map<string, Moment>()
    let round = new Map([['', { moment: first, on: wereOn }]])
    for (let count = 0; round.size > 0; count += 1) {
      const next: typeof round = new Map()
      for (const { moment, on } of round.values()) {
        const answers = answersIn(moment.state)
        const goals = new Set([...moment.goals, ...watchedIn(moment.state)])
        const state = moment.state.slice()
        const isOn = answers.map((answer, index) => answer ?? on[index] === true)
        const due = cone.triggers.filter(({ firedVariable }, index) => {
          const hasFired = firedVariable !== null && state[placeOf(firedVariable)] !== 0
          return answers[index] === true && on[index] === false && !hasFired
        })
        cone.triggers.forEach(({ onVariable }, index) => {
          if (onVariable !== null) state[placeOf(onVariable)] = isOn[index] === true ? 1 : 0
        })
        for (const { firedVariable } of due) if (firedVariable !== null) state[placeOf(firedVariable)] = 1
        if (due.length > 0 && count === maxRounds) {
          hasCut = true
          settled.set(`${moment.state.join()} ${[...goals].join()}`, { state: moment.state, goals })
          continue
        }
        let after: { moment: Moment; hasReset: boolean }[] = [{ moment: { state, goals }, hasReset: false }]
        for (const effect of due.flatMap((trigger) => trigger.effects))
          after = after.flatMap((before) =>
            before.hasReset
              ? [before]
              : leavesOf(effect, before.moment.state).map((leaf) => ({
                  moment: apply(before.moment, leaf),
                  hasReset: leaf.resets,
                })),
          )
        for (const { moment: reached, hasReset } of after) {
          const nextOn = hasReset ? cone.triggers.map(() => false) : isOn
          const key = `${reached.state.join()} ${[...reached.goals].join()} ${nextOn.join()}`
          if (due.length === 0) settled.set(key, reached)
          else next.set(key, { moment: reached, on: nextOn })
        }
      }
      round = next
    }
    return [...settled.values()]
  }

  function goalsOf(moment: Moment): readonly number[] {
    return [...moment.goals].sort((one, other) => one - other)
  }

  const observers = cone.programs.filter(({ program }) => program.subject.kind === 'observer')
  const players = cone.programs.filter((program) => !observers.includes(program))
  const off = cone.triggers.map(() => false)
  const starts = leavesOf(cone.opening, new Int32Array(width)).flatMap((leaf): readonly ConeStart[] =>
    settle(apply({ state: new Int32Array(width), goals: new Set() }, leaf), off).map((moment) => ({
      state: moment.state,
      goals: goalsOf(moment),
    })),
  )
  return {
    width,
    watchedIn,
    hasCut: () => hasCut,
    starts: () => starts,
    isEnded: (state) => state[width - 1] !== 0,
    stepsFrom: (state) => {
      const looks = observers.flatMap((program) =>
        leavesOf(program.root, state).map((leaf): ConeStep => ({ program, leaf, next: state, goals: leaf.goals })),
      )
      const seen = looks.filter(({ goals }) => goals.length > 0)
      if (state[width - 1] !== 0) return seen
      const on = remembered(state)
      const called = players.flatMap((program) =>
        leavesOf(program.root, state).flatMap((leaf) =>
          settle(apply({ state, goals: new Set() }, leaf), leaf.resets ? off : on)
            .map((moment): ConeStep => ({ program, leaf, next: moment.state, goals: goalsOf(moment) }))
            .filter(({ next, goals }) => goals.length > 0 || next.some((value, index) => value !== state[index])),
        ),
      )
      return [...seen, ...called]
    },
  }
}
