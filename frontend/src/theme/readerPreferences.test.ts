import { describe, expect, it } from 'vitest'

import { DEFAULT_PREFERENCES, parsePreferences } from './readerPreferences.ts'

describe('parsePreferences', () => {
  it('reads what a reader chose', () => {
    const chosen = { theme: 'lamplight', size: 'large', measure: 'wide', face: 'sans', view: 'workshop' }
    expect(parsePreferences(JSON.stringify(chosen))).toEqual(chosen)
  })

  it.each([null, '', '{', '[]', 'null', '7', '{"theme":"neon","size":12}'])(
    'falls back where %j is stored',
    (stored) => {
      expect(parsePreferences(stored)).toEqual(DEFAULT_PREFERENCES)
    },
  )
})
