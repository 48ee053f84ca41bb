import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { HARBOR } from './support/harbor.ts'
import { loadYaml, Play, playGamebook } from './support/playGamebook.ts'
import { startsWithStock } from './support/stock.ts'

const model = createBuiltinNarrator({ wordDelayMs: 0 })
const harbor = loadYaml(HARBOR)

async function turn(...script: readonly string[]) {
  return (await playGamebook(harbor, script, { model })).last
}

const SCALES = 'One pan is _lower_.\n\n- 1 lb\n- 2 lb'

describe('a look at a detail', () => {
  it.each([
    ['look at the scales', SCALES],
    ['examine the brass scales', SCALES],
    ['x scales', SCALES],
    ['inspect the balance', SCALES],
    ['look at the scalse', SCALES],
    ['the scales', SCALES],
    ['what about the mussels', 'Blue, and shut.'],
    ['examine mussels', 'Blue, and shut.'],
    ['what is on the wall', 'Whitewash. Nobody has been here.'],
    ['search the wall', 'Whitewash. Nobody has been here.'],
    ['look at my apron', 'It says be patient.'],
    ["look at the harbor master's fingers", 'Eleven.'],
    ['look at the fingers', 'Eleven.'],
    ["look at Mara's badge", 'A tin fish.'],
    ['look at the mussels and the wall', 'Blue, and shut.\n\nWhitewash. Nobody has been here.'],
    ['look at the bell', 'An empty hook.'],
  ])("%j has the author's words", async (words, text) => {
    const played = await turn(words)
    expect(played.calls).toEqual([])
    expect(played.text).toBe(text)
  })

  it('goes before the question what time it is', async () => {
    const withClock = loadYaml(HARBOR.replace('details: {badge: A tin fish.}', 'details: {clock: Ten past never.}'))
    expect((await playGamebook(withClock, ['look at the clock'], { model })).last.text).toBe('Ten past never.')
  })

  it('changes nothing', async () => {
    const play = new Play(harbor, { model })
    await play.playTurn(null)
    const before = play.state
    await play.playTurn('look at the scales')
    expect(play.state).toEqual(before)
  })

  it('of another place shows nothing', async () => {
    expect((await turn('look at the desk')).text).not.toContain('Oak')
    expect((await turn('into the office', 'look at the desk')).text).toBe('Oak.')
    expect((await turn('into the office', 'look at the fingers')).text).not.toContain('Eleven')
  })

  it('that two people have is asked back', async () => {
    expect((await turn('look at the badge')).text).toBe("Do you mean the harbor master's or Mara's?")
    expect((await turn('look at the badge', 'Mara')).text).toBe('A tin fish.')
  })

  it('that someone has whose name ends with an s is asked back, too', async () => {
    const withSilas = loadYaml(HARBOR.replaceAll('Mara', 'Silas'))
    const { last } = await playGamebook(withSilas, ['look at the badge'], { model })
    expect(last.text).toBe("Do you mean the harbor master's or Silas'?")
  })

  it('comes after a function for that look', async () => {
    expect((await turn('read the number')).calls).toEqual(['read_number {}'])
    expect((await turn('look at the number')).text).toBe('It says 41.')
  })

  it('is an attempt with a verb of doing', async () => {
    const { calls, text } = await turn('open the drawer')
    expect(calls).toEqual([])
    expect(text).toMatch(startsWithStock('no effect'))
    expect(text).toMatch(/\n\nLocked\. It smells of tobacco\.$/)
  })

  it('comes before a description, which answers for everything else', async () => {
    expect((await turn('look at the guard')).text).toContain('He sleeps.')
    expect((await turn('look at the nets')).text).toContain('Nets, a pair of brass scales')
    expect((await turn('look at the moon')).text).toMatch(startsWithStock('not here: see'))
  })
})
