import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadShipped, playGamebook } from './kit/playGamebook.ts'

const model = createBuiltinNarrator({ wordDelayMs: 0 })

/** What a player might type, by ending. */
const lowWater: Record<string, readonly string[]> = {
  'Still Overdue': ['look around', 'go home'],
  'The Sea Keeps Its Side': [
    'go to the gate',
    'enter the lodge',
    'take the lantern',
    'leave',
    'through the tall doors',
    'bindery',
    'cut the stitches',
    'take the iron bar',
    'back',
    'sluice house',
    'fit the bar into the wheel',
    'flood the basin',
    'back',
    'row the punt across to the gallery',
    'show the book to the keeper',
    'tell her why it is late',
    'ask the keeper to stamp the book',
    'pull the brass lever',
    'climb down the rope ladder',
    'down the hatch',
    'go to the shelf',
    'put the book in its place',
  ],
  'Nobody Signed for It': [
    'I walk to the gate and enter the lodge',
    'take the lantern, then go out to the gate',
    'walk through the tall doors',
    'enter the catalogue room',
    'search the drawers',
    'back',
    'go down the steps into the basin',
    'go down the hatch',
    'find the shelf where the book belongs',
    'return the book to the empty place',
  ],
  'The New Keeper': [
    'gate',
    'great doors',
    'bindery',
    'open the book',
    'take the iron bar and go back to the hall',
    'enter the sluice house',
    'put the bar on the wheel',
    'turn the wheel',
    'go back to the great hall',
    'go to the gallery',
    'talk to the keeper',
    'talk to the keeper',
    "go into the keeper's room",
    'sit down',
  ],
  'The Last Page': [
    'gate',
    'tall doors',
    'bindery',
    'open book',
    'take the bar',
    'return',
    'sluice house',
    'use the iron bar',
    'flood the basin',
    'back',
    'take the punt to the gallery',
    'climb the spiral',
    'read the last page aloud',
  ],
}

const thirteenthCup: Record<string, readonly string[]> = {
  'Nobody Counted': ['galley', 'behind the curtain', 'sleep'],
  'Delivered by Hand': [
    'go to the galley',
    'make tea',
    'back',
    'follow the crumbs',
    'go to the mail van',
    'offer hot tea to whoever is in the sacks',
    'third class',
    'go back to the dining car',
    'sleeping car',
    "conductor's compartment",
    'read the rule book',
    'out',
    "guard's van",
    'take the lamp',
    'go down to the platform',
    'enter the mail van',
    'stamp Mila',
    'go out to the platform',
    'signal box',
    'read the train book',
    'down',
    'go to the tunnel',
    'into the tunnel',
    'give him tea',
    'back',
    'platform',
    'cottage',
    'deliver Mila to her father',
  ],
  'Twelve Passengers': [
    'galley',
    'boil the kettle',
    'dining car',
    'third class',
    'mail van',
    'offer tea',
    'back',
    'back to the dining car',
    'sleeping car',
    'conductor',
    'tell the conductor about Mila',
  ],
  'The Hand on the Lever': ['platform', 'signal box', 'read the train book', 'hold the lever down'],
  'Carried Past': [
    'galley',
    'heat water',
    'back',
    'go out to the platform',
    'climb up to the signal box',
    'read train book',
    'pour hot water over the lever',
    'pull the lever',
    'down the steps',
    'go up to the engine',
    'tell the driver to go',
  ],
}

describe.each([
  ['low-water', lowWater],
  ['thirteenth-cup', thirteenthCup],
])('%s', (name, scripts) => {
  it.each(Object.entries(scripts))('is played to "%s"', async (ending, script) => {
    const play = await playGamebook(loadShipped(name), script, { model })
    const journal = play.turns.map(({ words, calls }) => `${words ?? ''} → ${calls.join(', ')}`)
    expect(play.ending, journal.join('\n')).toBe(ending)
    for (const { text } of play.turns) {
      expect(text).not.toMatch(/[a-z0-9]_[a-z0-9]/)
      expect(text).toMatch(/^["A-Z].*[.?!*"]$/s)
    }
  })
})
