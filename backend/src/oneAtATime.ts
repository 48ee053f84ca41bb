/** The last change of each thing that is being changed. */
const changes = new Map<string, Promise<unknown>>()

/** Makes changes of one thing, such as a folder, one after the other: none removes what another is writing. */
export async function oneAtATime<Result>(thing: string, change: () => Promise<Result>): Promise<Result> {
  const before = changes.get(thing)
  const done = before === undefined ? change() : before.then(change, change)
  changes.set(thing, done)
  try {
    return await done
  } finally {
    if (changes.get(thing) === done) changes.delete(thing)
  }
}
