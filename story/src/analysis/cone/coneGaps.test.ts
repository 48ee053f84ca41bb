import { describe, expect, it } from 'vitest'

import { ConeBuilder, setTo } from '../../testSupport/cones/coneBuilder.ts'
import type { Cone } from './cone.ts'
import { createTransitions } from './createTransitions.ts'

describe('a cone with gaps', () => {
  const builder = new ConeBuilder()
  const next = builder.leaf({ writes: [setTo(0, 1)] })
  const beyond = builder.leaf({ writes: [setTo(0, 2)] })
  const whole = builder.cone({ sizes: [2], programs: [builder.test(0, [next, beyond])] })
  const gap: Cone = {
    ...whole,
    valuesAfter: (write, value) => whole.valuesAfter(write, value).filter((after) => after < 2),
    reasonsWithSums: [{ kind: 'unbounded', variable: 'coins' }],
  }

  it('leaves out what leads to values that it does not contain', () => {
    const { starts, stepsFrom } = createTransitions(gap)
    const [start] = starts()
    const [step, ...others] = start === undefined ? [] : stepsFrom(start.state)
    expect(others).toEqual([])
    expect([...(step?.next ?? [])]).toEqual([1, 0])
    expect(stepsFrom(Int32Array.of(1, 0))).toEqual([])
  })

  it('leaves out what was never explored', () => {
    expect(createTransitions(gap).stepsFrom(Int32Array.of(2, 0))).toEqual([])
  })

  it('throws if it says that it has no gaps', () => {
    expect(() => createTransitions(whole).stepsFrom(Int32Array.of(2, 0))).toThrow('no branch')
  })
})

it('a loop of triggers with dice has as many courses as it has states', () => {
  const builder = new ConeBuilder()
  const toggles = [0, 1].map((value) => builder.leaf({ writes: [setTo(0, value)] }))
  const roll = builder.choice([
    ...toggles,
    builder.leaf({ writes: [setTo(1, 1)] }),
    builder.leaf({ writes: [setTo(1, 0)] }),
  ])
  const whenTrue = [0, 1].map((on) => ({
    condition: builder.test(0, [builder.leaf({ answer: on === 0 }), builder.leaf({ answer: on === 1 })]),
    effects: [roll, roll],
    firedVariable: null,
    onVariable: null,
  }))
  const cone = builder.cone({ sizes: [2, 2], programs: toggles, triggers: whenTrue })
  const transitions = createTransitions(cone)
  const states = new Set(transitions.starts().map(({ state }) => state.join()))
  expect([...states].sort()).toEqual(['0,0,0', '0,1,0', '1,0,0', '1,1,0'])
})
