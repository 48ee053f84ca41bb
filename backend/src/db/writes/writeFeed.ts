import type { Database } from '../tables.ts'
import type { OnWrites } from './watchWrites.ts'

/** Reports the writes of a database to its listeners. */
export class WriteFeed {
  readonly #listeners: OnWrites[] = []

  readonly publish: OnWrites = (...report) => {
    for (const listener of this.#listeners) listener(...report)
  }

  listen(listener: OnWrites): void {
    this.#listeners.push(listener)
  }
}

const feeds = new WeakMap<Database, WriteFeed>()

export function setWriteFeed(db: Database, feed: WriteFeed): void {
  feeds.set(db, feed)
}

/** Calls the listener after each write to this database, as long as it is open. */
export function onWrites(db: Database, listener: OnWrites): void {
  const feed = feeds.get(db)
  if (feed === undefined) throw new Error('The writes of this database are not watched.')
  feed.listen(listener)
}
