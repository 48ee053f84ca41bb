import type { StoryState } from '../../state/storyState.ts'
import type { GamebookCone } from '../cone/cone.ts'
import { realizeStart, realizeStep, type Realized } from '../cone/realizeStep.ts'
import type { ConeStep } from '../cone/transitions.ts'
import type { Occurrence, SearchTree } from '../search/searchTree.ts'
import type { Step } from '../steps/step.ts'
import type { Looks } from './observePlay.ts'
import type { ShownPlays } from './shownPlays.ts'
import type { Observed } from './storyObserver.ts'

/** How many states of play are kept. */
const MAX_KEPT = 20_000
/** How many of them come from one path. */
const MAX_KEPT_OF_PATH = 1_000

/** The states of a search tree as the engine plays them. What several paths have in common is played once. */
export class PlayedTree {
  private readonly tree: SearchTree
  private readonly cone: GamebookCone
  private readonly plays: ShownPlays
  /** The states of play that were kept, by the number of the state, and the steps to all that were played. */
  private readonly kept = new Map<number, StoryState>()
  private readonly steps = new Map<number, Step | null>()
  private readonly seen = new Set<number>()

  constructor(cone: GamebookCone, tree: SearchTree, plays: ShownPlays) {
    this.cone = cone
    this.tree = tree
    this.plays = plays
  }

  /**
   * Plays to where something was met, and shows what happens that was not shown yet. Returns the calls; null if the engine
   * plays differently or refuses the last one.
   */
  playTo({ state, step }: Occurrence, looks: Looks): readonly Step[] | null {
    const missing = this.missingBefore(state)
    const begun = missing[0] === undefined ? state : this.tree.parentOf(missing[0])
    const steps = this.stepsTo(begun)
    const spacing = Math.ceil(missing.length / MAX_KEPT_OF_PATH)
    let now = this.kept.get(begun)
    for (const [index, number] of missing.entries()) {
      this.cone.deadline.step()
      const played = this.play(number, now)
      if (played === null) return null
      now = this.show(played, steps)
      this.steps.set(number, played.step)
      const isLast = number === state
      if (isLast || index % spacing === 0) this.keep(number, now)
      if (isLast || looks === 'always' || this.tree.parentOf(number) === -1) this.look(number, now, steps)
    }
    if (now === undefined) return null
    this.look(state, now, steps)
    return step === null ? steps : this.playLast(now, this.tree.stepFrom(state, step), steps)
  }

  /** The states of the path to a state from the last one that is kept, in their order. */
  private missingBefore(state: number): readonly number[] {
    const missing: number[] = []
    for (let at = state; at !== -1 && !this.kept.has(at); at = this.tree.parentOf(at)) missing.push(at)
    return missing.reverse()
  }

  private play(number: number, before: StoryState | undefined): Realized<Observed> | null {
    const { cone, tree, plays } = this
    const step = tree.stepTo(number)
    if (step === null) return realizeStart(cone, tree.states.get(number), plays.observer)
    return before === undefined ? null : realizeStep(cone, before, step, plays.observer)
  }

  private playLast(before: StoryState, last: ConeStep, steps: Step[]): readonly Step[] | null {
    if (last.program.program.subject.kind !== 'function') return steps
    const played = realizeStep(this.cone, before, last, this.plays.observer)
    if (played === null) return null
    const after = this.show(played, steps)
    if (played.outcome.isRefused) return null
    this.plays.note(this.plays.observer.look(after), steps, steps.length)
    return steps
  }

  /** Adds a step, and shows what happened in it. */
  private show({ step, outcome }: Realized<Observed>, steps: Step[]): StoryState {
    if (step !== null) steps.push(step)
    this.plays.note(outcome.events, steps, steps.length)
    return outcome.state
  }

  private look(number: number, state: StoryState, steps: readonly Step[]): void {
    if (this.seen.has(number)) return
    this.seen.add(number)
    this.plays.note(this.plays.observer.look(state), steps, steps.length)
  }

  private keep(number: number, state: StoryState): void {
    this.kept.set(number, state)
    if (this.kept.size <= MAX_KEPT) return
    for (const oldest of this.kept.keys()) {
      this.kept.delete(oldest)
      return
    }
  }

  /** The steps to a state that was played. */
  private stepsTo(state: number): Step[] {
    const steps: Step[] = []
    for (let at = state; at !== -1; at = this.tree.parentOf(at)) {
      const step = this.steps.get(at) ?? null
      if (step !== null) steps.push(step)
    }
    return steps.reverse()
  }
}
