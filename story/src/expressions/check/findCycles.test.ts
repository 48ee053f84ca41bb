import { expect, it } from 'vitest'
import { findCycles } from './findCycles.ts'

it('finds a cycle as long as the largest gamebook', () => {
  const length = 50_000
  const chain = Array.from({ length }, (_, index) => [`n${index}`, new Set([`n${(index + 1) % length}`])] as const)
  const [cycle, ...others] = findCycles(new Map(chain))
  expect([cycle?.length, cycle?.[0], others]).toEqual([length, 'n0', []])
})

it('finds no cycle where paths only meet', () => {
  const diamond = new Map([
    ['a', new Set(['b', 'c'])],
    ['b', new Set(['d'])],
    ['c', new Set(['d', 'elsewhere'])],
  ])
  expect(findCycles(diamond)).toEqual([])
})
