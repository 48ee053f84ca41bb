import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { COMPOSING } from '../testSupport/composing.ts'
import { listSources } from '../testSupport/listSources.ts'
import { pressedKey } from './pressedKey.ts'

describe('pressedKey', () => {
  it.each(COMPOSING)('is null while an input method composes: %j', (press) => {
    expect(pressedKey(press)).toBeNull()
    expect(pressedKey({ nativeEvent: press })).toBeNull()
  })

  it('is the key otherwise', () => {
    expect(pressedKey({ key: 'Enter', isComposing: false, keyCode: 13 })).toBe('Enter')
    expect(pressedKey({ nativeEvent: { key: 'a', isComposing: false, keyCode: 65 } })).toBe('a')
  })

  it('is what every keyboard handler asks', () => {
    const root = join(import.meta.dirname, '..')
    const handlers = listSources(root).filter((file) =>
      /on[Kk]ey(Down|Up)|keydown|keyup/.test(readFileSync(file, 'utf8')),
    )
    const own = handlers.filter((file) =>
      /\.isComposing|\bevent\.(key|keyCode|code)\b/.test(readFileSync(file, 'utf8')),
    )
    expect(handlers.length).toBeGreaterThan(5)
    expect(own).toEqual([])
  })
})
