import { expect, it } from 'vitest'

import { formatStepLine, listSteps } from './listSteps.ts'
import { OPENING, type Step } from './step.ts'

const call = (name: string, rolls: Step['rolls'] = []): Step => ({ function: name, args: {}, rolls })

it('puts the same step several times in a row into one line', () => {
  const steps = [call('look'), ...Array<Step>(1200).fill(call('add_coin')), call('look')]
  expect(listSteps(steps)).toEqual([
    { first: 1, last: 1, text: 'look()' },
    { first: 2, last: 1201, text: 'add_coin() × 1,200' },
    { first: 1202, last: 1202, text: 'look()' },
  ])
})

it('keeps steps apart that differ in their dice', () => {
  expect(listSteps([call('roll', [[1]]), call('roll', [[2]])]).map(({ text }) => text)).toEqual([
    'roll() with 1',
    'roll() with 2',
  ])
})

it('numbers the calls, not what happens before the first one', () => {
  const answers = { function: OPENING, args: { 'hero.called': 'Ada' }, rolls: [[3]] }
  const lines = listSteps([answers, ...Array<Step>(1200).fill(call('add_coin')), call('look')])
  expect(lines.map(formatStepLine)).toEqual([
    'the start of the story (hero.called: Ada) with 3',
    '1–1,200. add_coin() × 1,200',
    '1,201. look()',
  ])
})
