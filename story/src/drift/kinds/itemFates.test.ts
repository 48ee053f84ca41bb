import { describe, expect, it } from 'vitest'

import { kindsIn } from '../../testSupport/cottage.ts'
import { DEFAULT_NARRATION } from '../../prompt/settings/narrationSettings.ts'

const PAST = { settings: { ...DEFAULT_NARRATION, tense: 'past' as const } }

describe('what becomes of a thing', () => {
  it.each([
    'The brass key skitters down the heating vent.',
    'A magpie hops in and seizes the brass key.',
    'The brass key is plucked off its ring and blown away.',
    'You nod so hard that the ring snaps, and there goes the brass key.',
  ])('loses what the player has: %s', (text) => {
    expect(kindsIn(text)).toContain('item-lost-unconfirmed')
  })

  it.each([
    'The oil lamp is up your sleeve.',
    'The cat lays the oil lamp across your palms.',
    'In your left hand is the oil lamp.',
    'The oil lamp drops off its hook and straight into your apron.',
  ])('gives the player what they have not: %s', (text) => {
    expect(kindsIn(text)).toContain('item-gained-unconfirmed')
  })

  it('is the same in the past tense', () => {
    expect(kindsIn('The brass key skittered down the heating vent.', PAST)).toContain('item-lost-unconfirmed')
    expect(kindsIn('The oil lamp was up your sleeve.', PAST)).toContain('item-gained-unconfirmed')
  })

  it.each([
    'The brass key skitters across the table, and you catch it.',
    'If the brass key falls down the vent, it is lost.',
    'A magpie would seize the brass key, and never does.',
    'The oil lamp is not in your hand.',
    'You wish the oil lamp were in your hand.',
    'The brass key slides back into your pocket.',
  ])('is nothing that is denied, only thought of, or undone: %s', (text) => {
    expect(kindsIn(text).filter((kind) => kind.startsWith('item-'))).toEqual([])
  })
})
