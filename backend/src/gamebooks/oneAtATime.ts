/** The last change of each folder that is being changed. */
const changes = new Map<string, Promise<unknown>>()

/** Makes changes below a folder one after the other: none removes what another is writing. */
export async function oneAtATime<Result>(folder: string, change: () => Promise<Result>): Promise<Result> {
  const before = changes.get(folder)
  const done = before === undefined ? change() : before.then(change, change)
  changes.set(folder, done)
  try {
    return await done
  } finally {
    if (changes.get(folder) === done) changes.delete(folder)
  }
}
