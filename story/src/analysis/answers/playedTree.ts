import type { GamebookCone } from '../cone/cone.ts'
import { realizeStart, realizeStep, type Played } from '../cone/realizePath.ts'
import type { Occurrence, SearchTree } from '../search/searchTree.ts'
import type { Step } from '../steps/step.ts'
import type { ShownPlays } from './shownPlays.ts'

/** How many states of play are kept. */
const MAX_KEPT = 20_000

/** The states of a search tree as the engine plays them. What several paths have in common is played once. */
export class PlayedTree {
  private readonly cone: GamebookCone
  private readonly tree: SearchTree
  private readonly plays: ShownPlays
  /** By the number of the state. What happens on the way to it was shown. */
  private readonly kept = new Map<number, Played>()

  constructor(cone: GamebookCone, tree: SearchTree, plays: ShownPlays) {
    this.cone = cone
    this.tree = tree
    this.plays = plays
  }

  /** Plays to where something was met, and shows what happens that was not shown yet. */
  playTo({ state, step }: Occurrence): void {
    const missing = this.missingBefore(state)
    const known = missing[0] === undefined ? state : this.tree.parentOf(missing[0])
    const begun = this.kept.get(known)
    const steps = this.stepsTo(known)
    const position = begun === undefined ? null : { steps: steps.length, state: begun.state }
    const reached = new Map<number, Played>()
    let last = begun
    for (const number of missing) {
      const next = this.play(number, last)
      if (next === null) return
      reached.set(number, next)
      if (next.step !== null) steps.push(next.step)
      last = next
    }
    if (last === undefined) return
    const final = step === null ? null : realizeStep(this.cone, last.state, this.tree.stepFrom(state, step))
    if (final?.step != null) steps.push(final.step)
    this.plays.add(steps, 'at-both-ends', position)
    for (const [number, played] of reached) if (this.kept.size < MAX_KEPT) this.kept.set(number, played)
  }

  /** The states of the path to a state that are not kept, in their order. */
  private missingBefore(state: number): readonly number[] {
    const missing: number[] = []
    for (let at = state; at !== -1 && !this.kept.has(at); at = this.tree.parentOf(at)) missing.push(at)
    return missing.reverse()
  }

  private play(number: number, before: Played | undefined): Played | null {
    const step = this.tree.stepTo(number)
    if (step === null) return realizeStart(this.cone, this.tree.states.get(number))
    return before === undefined ? null : realizeStep(this.cone, before.state, step)
  }

  /** The steps to a kept state. */
  private stepsTo(state: number): Step[] {
    const steps: Step[] = []
    for (let at = state; at !== -1; at = this.tree.parentOf(at)) {
      const step = this.kept.get(at)?.step ?? null
      if (step !== null) steps.push(step)
    }
    return steps.reverse()
  }
}
