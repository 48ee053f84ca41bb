/** Items that arrive while a group is being worked on form the next groups, of at most so many items. */
export function inGroups<Item, Result>(
  most: number,
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: { readonly item: Item; readonly done: PromiseWithResolvers<Result> }[] = []
  let isRunning = false

  const runAll = async (): Promise<void> => {
    isRunning = true
    while (waiting.length > 0) {
      const group = waiting.splice(0, most)
      try {
        const results = await work(group.map(({ item }) => item))
        for (const [at, result] of results.entries()) group[at]?.done.resolve(result)
      } catch (error) {
        for (const { done } of group) done.reject(error)
      }
    }
    isRunning = false
  }

  return (item) => {
    const done = Promise.withResolvers<Result>()
    waiting.push({ item, done })
    if (!isRunning) void runAll()
    return done.promise
  }
}
