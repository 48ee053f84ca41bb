import { describe, expect, it } from 'vitest'

import { nearestNames } from '../../../src/models/list/nearestNames.ts'

describe('similar names', () => {
  it('are the three that share the most letters, the best first', () => {
    expect(nearestNames('quil-large', ['quill-small', 'quill-large', 'quill-large-2', 'quill-tiny'])).toEqual([
      'quill-large',
      'quill-large-2',
      'quill-small',
    ])
  })

  it('are none if no name looks alike', () => {
    expect(nearestNames('quil-large', ['mute', 'gpt-5.2', 'q'])).toEqual([])
  })
})
