import { setImmediate } from 'node:timers/promises'

/** Counts how often other work gets its turn, and how often it reads, before an action has ended. */
export async function countTurns(
  action: Promise<unknown>,
  read: () => Promise<unknown> = async () => {},
): Promise<number> {
  const isOver = action.then(() => true)
  let turns = 0
  for (; !(await Promise.race([isOver, setImmediate(false)])); turns += 1) await read()
  return turns
}
