import { describe, expect, it } from 'vitest'

import { startState } from '../../state/storyState.ts'
import { LabelError, readLabeledAnswer } from './labeledAnswer.ts'
import { scoreAnswers } from './scoreAnswers.ts'

describe('the score', () => {
  it('counts pairs of an answer and a kind', () => {
    const { certainties, kinds, clean } = scoreAnswers([
      { labels: ['loop', 'moved-unconfirmed'], found: ['loop'] },
      { labels: ['moved-unconfirmed'], found: ['moved-unconfirmed', 'repetition'] },
      { labels: [], found: ['moved-unconfirmed'] },
      { labels: [], found: ['repetition'] },
    ])
    expect(kinds['moved-unconfirmed']).toEqual({
      certainty: 'sure',
      isSought: true,
      labeled: 2,
      found: 2,
      right: 1,
      precision: 0.5,
      recall: 0.5,
    })
    expect(certainties.exact).toMatchObject({ precision: 1, recall: 1 })
    expect(certainties.fair).toMatchObject({ found: 2, precision: 0, recall: null })
    expect(clean).toEqual({ answers: 2, falseAlarms: 1, share: 0.5 })
    expect(Object.keys(kinds)).toEqual(['loop', 'moved-unconfirmed', 'repetition'])
  })

  it('has no shares without answers', () => {
    expect(scoreAnswers([]).clean).toEqual({ answers: 0, falseAlarms: 0, share: null })
  })
})

const LINE = {
  ...{ id: 'x-1', gamebook: 'example/low-water', turn: 0, player: null, text: 'You wait.', labels: ['none'] },
  ...{ stateBefore: null, stateAfter: startState(1), receipts: [], offeredAfter: [] },
}

describe('a labeled answer', () => {
  it('is read from its line', () => {
    expect(readLabeledAnswer(JSON.stringify(LINE))).toMatchObject({ id: 'x-1', labels: [] })
    const labels = ['loop', 'empty']
    expect(readLabeledAnswer(JSON.stringify({ ...LINE, labels })).labels).toEqual(labels)
  })

  it.each([
    ['no JSON', '{', 'The line is not valid JSON.'],
    ['no text', JSON.stringify({ ...LINE, text: 7 }), 'text: '],
    ['no object', '[]', 'The line: '],
    ['an unknown label', JSON.stringify({ ...LINE, labels: ['boring'] }), 'The label "boring" is not known.'],
    ['two minds', JSON.stringify({ ...LINE, labels: ['none', 'loop'] }), 'The label "none" excludes all others.'],
  ])('is refused with %s', (_, line, message) => {
    expect(() => readLabeledAnswer(line)).toThrow(LabelError)
    expect(() => readLabeledAnswer(line)).toThrow(message)
  })
})
