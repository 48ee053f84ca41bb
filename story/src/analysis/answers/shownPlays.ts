import { countCalls, type Step } from '../steps/step.ts'
import type { StoryEvent } from '../programs/event.ts'
import type { Observer } from '../programs/observers.ts'
import { observePlay, type Looks, type Position, type Watched } from './observePlay.ts'

interface ShownAt {
  readonly play: readonly Step[]
  /** The number of its steps after which the event has happened. */
  readonly steps: number
  /** How many of these are calls. */
  readonly calls: number
}

/** What plays of the engine have shown, each event with that of these plays which has the fewest calls. */
export class ShownPlays {
  private readonly watched: Watched
  private readonly shown = new Map<StoryEvent, ShownAt>()

  /** @param constant the observers that see the same in all states: it is enough to look once */
  constructor({ observers, ...watched }: Watched, constant: ReadonlySet<Observer>) {
    this.watched = { ...watched, observers: observers.filter((observer) => !constant.has(observer)) }
    this.addTo({ ...watched, observers }, [], 'always', null)
  }

  has(event: StoryEvent): boolean {
    return this.shown.has(event)
  }

  events(): Iterable<StoryEvent> {
    return this.shown.keys()
  }

  /**
   * Plays the steps, and keeps them if they show something new or sooner. False if a call was refused.
   * @param begun where to go on, if the first steps were added before
   */
  add(play: readonly Step[], looks: Looks, begun: Position | null = null): boolean {
    return this.addTo(this.watched, play, looks, begun)
  }

  private addTo(watched: Watched, play: readonly Step[], looks: Looks, begun: Position | null): boolean {
    const openings = play.length - countCalls(play)
    const note = (event: StoryEvent, steps: number): void => {
      const before = this.shown.get(event)
      const calls = steps - openings
      if (before === undefined || calls < before.calls) this.shown.set(event, { play, steps, calls })
    }
    return observePlay(watched, play, note, looks, begun) !== null
  }

  /** Null if nothing has shown the event. */
  stepsTo(event: StoryEvent): readonly Step[] | null {
    const shown = this.shown.get(event)
    return shown === undefined ? null : shown.play.slice(0, shown.steps)
  }
}
