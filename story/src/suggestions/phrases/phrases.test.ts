import { describe, expect, it } from 'vitest'
import { exitLabel } from './exitLabel.ts'
import { functionPhrase } from './functionPhrase.ts'
import { topicLabel } from './topicLabel.ts'

describe('what a function does', () => {
  it.each([
    ['The player opens or unwraps the book, or cuts its stitches.', 'open the book'],
    ['The player opens, draws or pulls back the curtain between Mr. Dunn and Nell.', 'open the curtain between Mr'],
    ['The player lets the hen go or puts her down.', 'let the hen go'],
    ['The player lights a candle for a coin and prays for quiet.', 'light a candle for a coin and pray for quiet'],
    ['The player turns the sluice wheel, to flood or drain the basin.', 'turn the sluice wheel'],
    ['Call this when the player tries to carry their lamp.', 'carry your lamp'],
    ['The player goes home once the work is done.', 'go home'],
    ['Light the lamp.', 'light the lamp'],
    ['Wait.', 'wait'],
  ])('%s', (description, phrase) => {
    expect(functionPhrase(description)).toBe(phrase)
  })

  it.each(['Advances the plot.', 'The player has won.', 'Move the story forward.', 'Called at the end.', ''])(
    'is not said by players: %s',
    (description) => {
      expect(functionPhrase(description)).toBeNull()
    },
  )
})

describe('an exit', () => {
  it.each([
    [{ label: 'down the steps', name: null }, 'Go down the steps'],
    [{ label: 'ride the banister', name: 'Courtyard' }, 'Ride the banister'],
    [{ label: 'Climb the ladder', name: 'Loft' }, 'Climb the ladder'],
    [{ label: 'the old mill', name: null }, 'Go to the old mill'],
    [{ label: 'Old mill', name: 'Old mill' }, 'Go to the old mill'],
    [{ label: null, name: 'Old mill' }, 'Go to the old mill'],
    [{ label: ' ', name: null }, null],
  ])('%o', (exit, label) => {
    expect(exitLabel(exit, 'The old mill lies on the river.')).toBe(label)
  })
})

it('asks about a topic, or a question', () => {
  expect(topicLabel('the keeper', 'The toll')).toBe('Ask the keeper about the toll')
  expect(topicLabel('the keeper', 'why the book is late?')).toBe('Ask the keeper why the book is late')
})
