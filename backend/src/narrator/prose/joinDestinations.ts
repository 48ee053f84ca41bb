import { joinOr } from './list.ts'

/** "into the bindery or the reading room, down the well, or back to the mill": what begins alike is told once. */
export function joinDestinations(wheres: readonly string[], join: (phrases: readonly string[]) => string): string {
  const groups = new Map<string, string[]>()
  for (const where of wheres) {
    const [start, end] = splitWhere(where)
    groups.set(start, [...(groups.get(start) ?? []), end])
  }
  const phrases = [...groups].map(([start, ends]) => `${start}${joinOr(ends)}`)
  const [back, rest] = [phrases.filter(isBack), phrases.filter((phrase) => !isBack(phrase))]
  return join([...rest, ...back])
}

/** "in at | the mail van"; what has no article, or goes on after its noun, stays whole. */
function splitWhere(where: string): [string, string] {
  const [, start, end] =
    /^(.*? )((?:the|an?|your) (?!.* (?:to|into|from|at|in|on|with|through|of) )[^,]*)$/.exec(where) ?? []
  return start === undefined || end === undefined ? [where, ''] : [start, end]
}

function isBack(phrase: string): boolean {
  return phrase.startsWith('back')
}
