import { joinOr } from './list.ts'

/** "into the bindery or the reading room, down the well, or back to the mill": common beginnings are written once. */
export function joinDestinations(
  destinations: readonly string[],
  join: (phrases: readonly string[]) => string,
): string {
  const groups = new Map<string, string[]>()
  for (const destination of destinations) {
    const [start, end] = splitDestination(destination)
    groups.set(start, [...(groups.get(start) ?? []), end])
  }
  const phrases = [...groups].map(([start, ends]) => `${start}${joinOr(ends)}`)
  const [back, rest] = [phrases.filter(isBack), phrases.filter((phrase) => !isBack(phrase))]
  return join([...rest, ...back])
}

/** "in at | the mail van"; a phrase without an article, or with more after its noun, stays whole. */
function splitDestination(destination: string): [string, string] {
  const [, start, end] =
    /^(.*? )((?:the|an?|your) (?!.* (?:to|into|from|at|in|on|with|through|of) )[^,]*)$/.exec(destination) ?? []
  return start === undefined || end === undefined ? [destination, ''] : [start, end]
}

function isBack(phrase: string): boolean {
  return phrase.startsWith('back')
}
