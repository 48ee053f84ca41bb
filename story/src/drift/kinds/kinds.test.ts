import { describe, expect, it } from 'vitest'

import { findDrift, kindsIn } from '../../testSupport/cottage.ts'
import { CLEAN, FOUND } from '../../testSupport/driftExamples.ts'
import { BEYOND_CODE, driftKinds, type DriftKind } from '../driftKind.ts'
import { foldKnown } from '../world/knownText.ts'

describe('each kind of drift', () => {
  it.each(FOUND.map(([kind, text, turn]) => ({ kind, text, turn })))('$kind: $text', ({ kind, text, turn }) => {
    expect(kindsIn(text, turn)).toContain(kind)
  })

  it('has an example, unless code can not find it', () => {
    // It needs a story without a clock.
    const elsewhere = ['clock-invented']
    const beyond = [...BEYOND_CODE, ...elsewhere]
    const examples = new Set<DriftKind>(FOUND.map(([kind]) => kind))
    expect(driftKinds.filter((kind) => !examples.has(kind)).toSorted()).toEqual(beyond.toSorted())
  })

  it.each(CLEAN.map(([what, text, turn]) => ({ what, text, turn })))('nothing certain in $what', ({ text, turn }) => {
    expect(findDrift(text, turn).filter(({ certainty }) => certainty !== 'fair')).toEqual([])
  })
})

describe('a finding', () => {
  it('quotes its part of the text and says what is true', () => {
    const [finding] = findDrift('The stove ticks. You walk out into the front garden.')
    expect(finding).toMatchObject({
      kind: 'moved-unconfirmed',
      certainty: 'sure',
      fact: 'You are still at the old kitchen.',
    })
    expect('The stove ticks. You walk out into the front garden.'.slice(finding?.start, finding?.end)).toBe(
      finding?.quote,
    )
  })

  it('does not repeat a secret', () => {
    const facts = findDrift('You take the Ruby of Samarkand. It is red stone wrapped in yellow newspaper.').map(
      ({ fact }) => fact,
    )
    expect(facts.length).toBeGreaterThan(1)
    expect(facts.join(' ')).not.toMatch(/ruby|samarkand|red|stone|newspaper/i)
  })

  it('is no secret that was said before, as a text or with its words found', () => {
    const text = 'She whispers of the Ruby of Samarkand.'
    const said = 'I seek the Ruby of Samarkand!'
    expect(kindsIn(text)).toContain('secret-revealed')
    expect(kindsIn(text, { known: [said] })).not.toContain('secret-revealed')
    expect(kindsIn(text, { known: ['A ruby.', foldKnown(said)] })).not.toContain('secret-revealed')
  })

  it('is never in what the author wrote for the turn', () => {
    const text = 'You walk out into the front garden, and seven coins roll after you.'
    const contradictions = (narrated?: string): readonly unknown[] =>
      findDrift(text, narrated === undefined ? {} : { narrated }).filter(({ certainty }) => certainty === 'sure')
    expect(contradictions().length).toBeGreaterThan(0)
    expect(contradictions('You walk into the garden, and a coin rolls.').length).toBeGreaterThan(0)
    expect(contradictions(`A dream: ${text}`)).toEqual([])
  })

  it('names a passage once for each kind', () => {
    const found = findDrift(
      'You walk out into the front garden. The front garden is wet, and you are in the front garden.',
    )
    const moved = found.filter(({ kind }) => kind === 'moved-unconfirmed')
    const overlapping = moved.filter(({ start }, index) => start < (moved[index - 1]?.end ?? 0))
    expect(moved.length).toBeGreaterThan(0)
    expect(overlapping).toEqual([])
  })

  it('is in the order of the text', () => {
    const starts = findDrift('You have seven coins. You take the oil lamp. It is half past six.').map(
      ({ start }) => start,
    )
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
    expect(starts.length).toBeGreaterThanOrEqual(3)
  })
})
