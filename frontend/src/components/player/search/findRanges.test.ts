import { expect, it } from 'vitest'

import { findRanges } from './findRanges.ts'

function rangesIn(html: string, searched: string): readonly string[] {
  const element = document.createElement('article')
  element.innerHTML = html
  return findRanges(element, searched).map(String)
}

it('finds a text across emphasis and marks', () => {
  const html = '<p>The bell <mark>strikes <em>two</em></mark>. The bell strikes three.</p>'
  expect(rangesIn(html, 'bell strikes two.')).toEqual(['bell strikes two.'])
  expect(rangesIn(html, 'BELL STRIKES')).toEqual(['bell strikes', 'bell strikes'])
})

it('begins and ends where the match does', () => {
  const html = '<p>a <em>bell</em> rings</p>'
  expect(rangesIn(html, 'bell')).toEqual(['bell'])
  expect(rangesIn(html, 'rings')).toEqual(['rings'])
})

it('finds nothing that goes on in another paragraph', () => {
  expect(rangesIn('<p>The bell</p><p>strikes.</p>', 'bellstrikes')).toEqual([])
  expect(rangesIn('<p>The bell</p><p>strikes.</p>', 'strikes')).toEqual(['strikes'])
})
