import type { Suggestion } from '../../../types/api.ts'

export interface ArrangedGroup {
  readonly group: Suggestion['group']
  /** What can be done, then what is closed. */
  readonly items: readonly ArrangedSuggestion[]
}

export interface ArrangedSuggestion {
  readonly suggestion: Suggestion
  /** From 1, in reading order; null without a number. */
  readonly number: number | null
}

export interface ArrangedSuggestions {
  readonly groups: readonly ArrangedGroup[]
  /** At the index of a number, less one. */
  readonly numbered: readonly Suggestion[]
  /** How many that can be done are not shown. */
  readonly hiddenCount: number
}

const GROUPS = ['go', 'take', 'talk', 'do'] as const
const MOST_NUMBERED = 7

/** By group, at most seven that can be done. Each group has a share of them, so many exits don't hide all else. */
export function arrangeSuggestions(suggestions: readonly Suggestion[], showsAll: boolean): ArrangedSuggestions {
  const open = suggestions.filter(({ call }) => call !== null)
  const chosen = new Set(pickFirst(open))
  const numbered = GROUPS.flatMap((group) => open.filter((one) => one.group === group && chosen.has(one)))
  const groups = GROUPS.map((group) => {
    const shown = suggestions.filter((one) => one.group === group && (one.call === null || showsAll || chosen.has(one)))
    const sorted = [...shown.filter(({ call }) => call !== null), ...shown.filter(({ call }) => call === null)]
    return { group, items: sorted.map((suggestion) => ({ suggestion, number: numberOf(suggestion, numbered) })) }
  })
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    numbered,
    hiddenCount: showsAll ? 0 : open.length - numbered.length,
  }
}

function pickFirst(open: readonly Suggestion[]): readonly Suggestion[] {
  const queues = GROUPS.map((group) => open.filter((one) => one.group === group))
  const turns = Array.from({ length: Math.max(0, ...queues.map(({ length }) => length)) }, (_, turn) => turn)
  return turns.flatMap((turn) => queues.flatMap((queue) => queue[turn] ?? [])).slice(0, MOST_NUMBERED)
}

function numberOf(suggestion: Suggestion, numbered: readonly Suggestion[]): number | null {
  const index = numbered.indexOf(suggestion)
  return index === -1 ? null : index + 1
}
