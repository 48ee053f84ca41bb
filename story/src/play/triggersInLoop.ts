/**
 * The triggers that keep making each other fire, by those that were due in each round of a chain that the engine stops;
 * the last round is the one that is no longer performed. What only led there, or happened once on the way, is not named.
 */
export function triggersInLoop<Trigger>(rounds: readonly (readonly Trigger[])[]): ReadonlySet<Trigger> {
  const performed = rounds.slice(0, -1)
  const due = rounds.at(-1) ?? []
  const earlier = due.map((one) => performed.findLastIndex((round) => round.includes(one))).filter((at) => at >= 0)
  // A chain that is too long, without a loop.
  if (earlier.length === 0) return new Set(rounds.flat())
  const loop = performed.slice(Math.min(...earlier))
  const isSeenOnce = loop.length > performed.length / 2
  return new Set(isSeenOnce ? loop.flat() : rounds.flat().filter((one, index, all) => all.indexOf(one) !== index))
}
