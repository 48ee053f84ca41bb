import { describe, expect, it } from 'vitest'
import { StateSet } from './stateSet.ts'

function stateOf(number: number): Int32Array {
  return Int32Array.of(number % 7, number, 100_000 - number)
}

describe('a set of states', () => {
  it('numbers different states, also with values beyond 65,536', () => {
    const states = new StateSet(3, 1e6, 1e9)
    const numbers = [...Array(100_000).keys()]
    expect(numbers.filter((number) => states.add(stateOf(number)) !== number)).toEqual([])
    expect(numbers.filter((number) => states.add(stateOf(number)) !== number)).toEqual([])
    expect(states.size).toBe(100_000)
    expect([...states.get(70_000)]).toEqual([...stateOf(70_000)])
    expect(states.find(stateOf(99_999))).toBe(99_999)
    expect(states.find(Int32Array.of(0, 0, 0))).toBe(-1)
  })

  it('holds states that are wider than what it takes at once', () => {
    const states = new StateSet(40_000, 10, 1e9)
    const wide = (last: number): Int32Array => new Int32Array(40_000).fill(last, -1)
    expect([wide(1), wide(2), wide(1)].map((state) => states.add(state))).toEqual([0, 1, 0])
  })

  it('takes no more states than its limit, but knows those that it has', () => {
    const states = new StateSet(3, 2, 1e9)
    expect([0, 1, 2, 1, 0].map((number) => states.add(stateOf(number)))).toEqual([0, 1, -1, 1, 0])
    expect(states.size).toBe(2)
  })

  it('takes no more memory than its limit', () => {
    const states = new StateSet(3, 1e6, 500_000)
    let number = 0
    while (states.add(stateOf(number)) !== -1) number += 1
    expect(number).toBeGreaterThan(10_000)
    expect(states.bytes).toBeLessThanOrEqual(500_000)
    expect(states.find(stateOf(number - 1))).toBe(number - 1)
  })

  it('refuses a number that it has not given', () => {
    expect(() => new StateSet(3, 10, 1e9).get(0)).toThrow(RangeError)
  })
})
