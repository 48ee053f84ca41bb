import { describe, expect, it } from 'vitest'
import { isEntityId, isFolderName, isReservedName, isTypeId } from './isId.ts'

describe('an explicit id', () => {
  it.each(['a', 'lamp_room', 'x__2_', `a${'b'.repeat(63)}`])('%j can name an entity', (id) => {
    expect(isEntityId(id)).toBe(true)
  })

  it.each(['', '_x', '2_nd', 'Lamp', 'lamp-room', 'lamp room', 'lampe\n', `a${'b'.repeat(64)}`])(
    '%j cannot name an entity',
    (id) => {
      expect(isEntityId(id)).toBe(false)
    },
  )

  it.each([
    ['Person', true],
    ['NPC2', true],
    ['person', false],
    ['Story_Arc', false],
    [`A${'b'.repeat(64)}`, false],
  ])('%j as the name of a type: %j', (id, expected) => {
    expect(isTypeId(id)).toBe(expected)
  })

  it.each([
    ['salt-lantern', true],
    ['7-towers', true],
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
    ['Salt', false],
    ['-salt', false],
    ['salt--lantern', false],
    ['..', false],
    ['', false],
  ])('%j as the name of a folder: %j', (name, expected) => {
    expect(isFolderName(name)).toBe(expected)
  })

  it('is not a word that joins conditions', () => {
    expect(['not', 'and', 'or', 'in', 'true'].map(isReservedName)).toEqual([true, true, true, false, false])
  })
})
