import { OPENING, type Step } from '../steps/step.ts'
import type { StoryEvent } from '../programs/event.ts'
import type { Observer } from '../programs/observers.ts'
import { observePlay, type Looks } from './observePlay.ts'
import { StoryObserver, type Watched } from './storyObserver.ts'

interface ShownAt {
  readonly play: readonly Step[]
  /** The number of its steps after which the event has happened. */
  readonly steps: number
  /** How many of these are calls. */
  readonly calls: number
}

/** What plays of the engine have shown, each event with that of these plays which has the fewest calls. */
export class ShownPlays {
  /** Plays calls, for `note`. */
  readonly observer: StoryObserver
  private readonly watched: Watched
  private readonly shown = new Map<StoryEvent, ShownAt>()

  /** @param constant the observers that see the same in all states: it is enough to look once */
  constructor({ observers, ...watched }: Watched, constant: ReadonlySet<Observer>) {
    this.watched = { ...watched, observers: observers.filter((observer) => !constant.has(observer)) }
    this.observer = new StoryObserver(this.watched)
    this.addTo({ ...watched, observers }, [], 'always')
  }

  has(event: StoryEvent): boolean {
    return this.shown.has(event)
  }

  events(): Iterable<StoryEvent> {
    return this.shown.keys()
  }

  /** Plays the steps, and keeps them if they show something new or sooner. */
  add(play: readonly Step[], looks: Looks): void {
    this.addTo(this.watched, play, looks)
  }

  /**
   * What has happened after the first steps of a play, as the observer says. It is kept if it is new or sooner. The play
   * can get more steps later.
   */
  note(events: readonly StoryEvent[], play: readonly Step[], steps: number): void {
    const calls = play[0]?.function === OPENING ? steps - 1 : steps
    for (const event of events) {
      const before = this.shown.get(event)
      if (before === undefined || calls < before.calls) this.shown.set(event, { play, steps, calls })
    }
  }

  /** Null if nothing has shown the event. */
  stepsTo(event: StoryEvent): readonly Step[] | null {
    const shown = this.shown.get(event)
    return shown === undefined ? null : shown.play.slice(0, shown.steps)
  }

  private addTo(watched: Watched, play: readonly Step[], looks: Looks): void {
    observePlay(watched, play, (events, steps) => this.note(events, play, steps), looks)
  }
}
