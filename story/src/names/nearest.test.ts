import { describe, expect, it } from 'vitest'
import { didYouMean, nearest } from './nearest.ts'

describe('the nearest name', () => {
  it.each([
    ['kelar', ['cellar', 'attic'], 'cellar'],
    ['celalr', ['attic', 'cellar'], 'cellar'],
    ['descripton', ['name', 'description'], 'description'],
    ['nmae', ['name'], 'name'],
    ['cellars', ['cellar_2', 'cellar'], 'cellar'],
  ])('to %j among %j is %j', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant)
  })

  it.each([
    ['name', ['name']],
    ['nme_', ['name']],
    ['ice', ['fire']],
    ['lantern', ['lamp']],
  ])('to %j is not among %j', (written, known) => {
    expect(nearest(written, known)).toBeUndefined()
  })

  it('is the first of equally near ones', () => {
    expect(nearest('rooms', ['rooma', 'roomb'])).toBe('rooma')
  })

  it('is suggested as a question', () => {
    expect(didYouMean('celar', ['cellar'], 'Give an id.')).toBe('Did you mean "cellar"?')
    expect(didYouMean('moon', ['cellar'], 'Give an id.')).toBe('Give an id.')
  })
})
