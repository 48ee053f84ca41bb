import { describe, expect, it } from 'vitest'

import { answer, message, session } from '../testSupport/builders.ts'
import { addEarlier, keepEarlier } from './loadedMessages.ts'

/** Messages of one path, each below the one before it. */
const path = (...ids: readonly string[]) =>
  ids.map((id, index) => message({ id, parentId: index === 0 ? 'earlier' : (ids[index - 1] ?? null) }))
const idsOf = ({ messages }: ReturnType<typeof session>) => messages.map(({ id }) => id)
const loaded = session({ messages: path('c', 'd', 'e', 'f'), earlierCursor: 'c' })

describe('a snapshot', () => {
  it('keeps the loaded messages above it', () => {
    const snapshot = session({ messages: path('c', 'd', 'e', 'f', 'g').slice(2), earlierCursor: 'e', title: 'New' })
    const kept = keepEarlier(loaded, snapshot)
    expect(idsOf(kept)).toEqual(['c', 'd', 'e', 'f', 'g'])
    expect(kept).toMatchObject({ title: 'New', earlierCursor: 'c' })
    expect(kept.messages[0]).toBe(loaded.messages[0])
  })

  it('drops what is no longer on the path', () => {
    const snapshot = session({ messages: [message({ id: 'e2', parentId: 'd' })], earlierCursor: 'e2' })
    expect(idsOf(keepEarlier(loaded, snapshot))).toEqual(['c', 'd', 'e2'])
  })

  it('continues right after the loaded messages', () => {
    const snapshot = session({ messages: [message({ id: 'g', parentId: 'f' })], earlierCursor: 'g' })
    expect(idsOf(keepEarlier(loaded, snapshot))).toEqual(['c', 'd', 'e', 'f', 'g'])
  })

  it.each([
    ['with a gap after the loaded messages', session({ messages: path('x', 'y').slice(1), earlierCursor: 'y' })],
    ['from the opening on', session({ messages: [answer('', { id: 'opening' })] })],
    ['of a story without messages', session()],
  ])('replaces everything %s', (_, snapshot) => {
    expect(keepEarlier(loaded, snapshot)).toBe(snapshot)
    expect(keepEarlier(null, snapshot)).toBe(snapshot)
  })
})

describe('earlier messages', () => {
  const page = { data: path('a', 'b'), earlierCursor: 'a' }

  it('are put before the oldest one', () => {
    const more = addEarlier(loaded, 'c', page)
    expect(idsOf(more)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(more.earlierCursor).toBe('a')
  })

  it('are ignored if they arrive twice, or for a path that was left', () => {
    const more = addEarlier(loaded, 'c', page)
    expect(addEarlier(more, 'c', page)).toBe(more)
    expect(addEarlier(session(), 'c', page)).toEqual(session())
  })

  it('end with an empty page, whatever its cursor', () => {
    expect(addEarlier(loaded, 'c', { data: [], earlierCursor: 'c' })).toEqual({ ...loaded, earlierCursor: null })
  })
})
