import type { Gamebook } from '../../gamebook/gamebook.ts'
import { listEndings } from '../../play/listEndings.ts'
import { quoteName } from '../findings/namedCondition.ts'
import type { StoryEvent } from '../programs/event.ts'

/**
 * Describes the question whether an event can happen as a clause: `whether "vault" can be entered`.
 * @param quoteCondition the author's text of a condition, by its number in `Programs.conditions`
 */
export function describeEvent(
  gamebook: Gamebook,
  event: StoryEvent,
  quoteCondition: (condition: number) => string = (condition) => `number ${condition}`,
): string {
  const [kind = '', ...names] = event.split(' ')
  const [first = '', second = '', third = ''] = names
  switch (kind) {
    case 'entered':
      return `whether "${second}" can be entered`
    case 'edge':
      return `whether the exit "${third}" of "${second}" can be used`
    case 'offered':
      return `whether the function "${first}" is ever offered`
    case 'called':
      return `whether the function "${first}" can succeed`
    case 'refused':
      return `whether the function "${first}" can be refused (${second})`
    case 'passed':
      return `whether the check of "${first}" can succeed`
    case 'missed':
      return `whether the check of "${first}" can fail`
    case 'fired':
      return `whether the trigger "${first}" can fire`
    case 'revealed':
      return `whether "${first}" can be revealed`
    case 'discussed':
      return `whether the topic "${second}" of "${first}" can be discussed`
    case 'held':
      return `whether anything ever holds "${first}"`
    case 'ended':
      return `whether the ending "${titleOf(gamebook, names.join(' '))}" can be reached`
    case 'condition':
      return `whether the condition ${quoteCondition(Number(first))} can be ${second}`
    case 'failure':
      return `whether the expression "${names.join(' ')}" can fail`
    case 'visible':
      return `whether "${first}" is ever visible`
    case 'hidden':
      return `whether the player can be at "${first}" while it is hidden`
    case 'blind':
      return `whether the function "${first}" is ever offered while its graph is hidden`
    case 'named':
      return `whether the function "${first}" is ever offered before "${second}" is revealed`
    case 'early':
      return `whether "${first}" can be reached without visiting "${second}"`
    case 'goal':
      return `whether the goal ${quoteRule(gamebook.goals, first)} can be met`
    case 'invariant':
      return `whether the invariant ${quoteRule(gamebook.invariants, first)} can be false`
    default:
      return `whether ${event} can happen`
  }
}

export const ALWAYS_ENDS = 'whether every play can still reach an ending'

/** @param goal its position in the gamebook */
export function describeAlways(gamebook: Gamebook, goal: number): string {
  return `whether the goal ${quoteRule(gamebook.goals, String(goal))} always remains possible`
}

function quoteRule(rules: Gamebook['goals'] | Gamebook['invariants'], index: string): string {
  const rule = rules[Number(index)]
  return rule === undefined ? index : quoteName(rule)
}

function titleOf(gamebook: Gamebook, ended: string): string {
  if (ended.startsWith(':')) return ended.slice(1).trim()
  return endingTitles(gamebook).get(ended) ?? ended
}

function endingTitles(gamebook: Gamebook): ReadonlyMap<string, string> {
  const known = titles.get(gamebook)
  if (known !== undefined) return known
  const listed = new Map(listEndings(gamebook).map(({ nodeId, title }) => [nodeId, title]))
  titles.set(gamebook, listed)
  return listed
}

/** They are listed once for each gamebook. */
const titles = new WeakMap<Gamebook, ReadonlyMap<string, string>>()
