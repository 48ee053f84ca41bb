import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { message } from '../../../testSupport/builders.ts'
import { groupMessages, MESSAGES_PER_PAGE } from './groupMessages.ts'

const story = Array.from({ length: 200 }, (_, index) => message({ id: `m${index}` }))
const firstIds = (messages: typeof story, origin: number) =>
  groupMessages(messages, origin).map(({ index, messages: [first] }) => [index, first?.id])

describe('pages of messages', () => {
  it('keep what they have when earlier messages are put before them', () => {
    expect(firstIds(story.slice(100, 145), 0)).toEqual([
      [0, 'm100'],
      [1, 'm120'],
      [2, 'm140'],
    ])
    expect(firstIds(story.slice(70, 145), 30)).toEqual([
      [-2, 'm70'],
      [-1, 'm80'],
      [0, 'm100'],
      [1, 'm120'],
      [2, 'm140'],
    ])
  })

  it('have every message once, in order, and are never too long', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), fc.nat({ max: 200 }), (first, end, position) => {
        const messages = story.slice(first, end)
        const pages = groupMessages(messages, Math.min(position, messages.length))
        expect(pages.flatMap((page) => page.messages)).toEqual(messages)
        for (const page of pages) {
          expect(page.messages.length).toBeGreaterThan(0)
          expect(page.messages.length).toBeLessThanOrEqual(MESSAGES_PER_PAGE)
        }
      }),
    )
  })
})
