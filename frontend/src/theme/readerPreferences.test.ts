import { describe, expect, it } from 'vitest'

import { DEFAULT_PREFERENCES, parsePreferences } from './readerPreferences.ts'

describe('parsePreferences', () => {
  it('reads saved preferences', () => {
    const chosen = {
      theme: 'lamplight',
      size: 'large',
      measure: 'wide',
      face: 'sans',
      view: 'workshop',
      suggestions: 'hidden',
    }
    expect(parsePreferences(JSON.stringify(chosen))).toEqual(chosen)
  })

  it.each([null, '', '{', '[]', 'null', '7', '{"theme":"neon","size":12}'])('falls back if %j is stored', (stored) => {
    expect(parsePreferences(stored)).toEqual(DEFAULT_PREFERENCES)
  })
})
