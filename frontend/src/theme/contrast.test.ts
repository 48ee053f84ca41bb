import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

const THEMES = ['paper', 'lamplight'] as const
const GROUNDS = ['ground', 'ground-raised', 'accent-wash']
const READABLE = ['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', 'warning', 'error']

describe.each(THEMES)('the colors of %s', (theme) => {
  const colour = (name: string) => readColour(name, THEMES.indexOf(theme))

  it('give narration and the player’s messages a contrast of 7 to 1', () => {
    expect(contrast(colour('ink'), colour('ground'))).toBeGreaterThanOrEqual(7)
    expect(contrast(colour('ink-soft'), colour('ground'))).toBeGreaterThanOrEqual(7)
  })

  it.each(GROUNDS.flatMap((ground) => READABLE.map((ink) => [ink, ground] as const)))(
    'give %s on %s a contrast of 4.5 to 1',
    (ink, ground) => {
      expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('give the text on a button a contrast of 4.5 to 1', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('on-accent'), colour('accent-strong'))).toBeGreaterThanOrEqual(4.5)
  })

  it('show the edge of a field with a contrast of 3 to 1', () => {
    expect(contrast(colour('hair-strong'), colour('ground'))).toBeGreaterThanOrEqual(3)
  })
})

function readColour(name: string, index: number): number[] {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)
  const hex = pair?.[index + 1]
  if (hex === undefined) throw new Error(`tokens.css has no pair of colours for --${name}.`)
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
}

function contrast(first: number[], second: number[]): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
