import { describe, expect, it } from 'vitest'

import { suggestion } from '../../../testSupport/builders.ts'
import type { Suggestion } from '../../../types/api.ts'
import { arrangeSuggestions } from './arrangeSuggestions.ts'

const make = (group: Suggestion['group'], count: number): Suggestion[] =>
  Array.from({ length: count }, (_, at) => suggestion({ id: `${group}${at}`, group, label: `${group} ${at}` }))
const closed = suggestion({ id: 'closed', label: 'Go in', call: null, reason: 'It is shut.' })

function show(suggestions: readonly Suggestion[], showsAll = false) {
  const { groups, hiddenCount } = arrangeSuggestions(suggestions, showsAll)
  const items = groups.flatMap(({ items: all }) =>
    all.map(({ suggestion: { id }, number }) => `${number ?? '-'} ${id}`),
  )
  return { items, hiddenCount }
}

describe('suggestions on the page', () => {
  it('are numbered through all groups in reading order', () => {
    expect(show([...make('do', 1), ...make('go', 2), ...make('talk', 1)])).toEqual({
      items: ['1 go0', '2 go1', '3 talk0', '4 do0'],
      hiddenCount: 0,
    })
  })

  it('are at most seven, of which each group has a share', () => {
    expect(show([...make('go', 9), ...make('talk', 2), ...make('do', 1)])).toEqual({
      items: ['1 go0', '2 go1', '3 go2', '4 go3', '5 talk0', '6 talk1', '7 do0'],
      hiddenCount: 5,
    })
  })

  it('show the others without a number when they are asked for', () => {
    const { items, hiddenCount } = show(make('go', 9), true)
    expect([items.length, items.at(-1), hiddenCount]).toEqual([9, '- go8', 0])
  })

  it('have closed ones last in their group, which count for nothing', () => {
    expect(show([closed, ...make('go', 7)]).items).toEqual([
      ...make('go', 7).map(({ id }, at) => `${at + 1} ${id}`),
      '- closed',
    ])
  })
})
