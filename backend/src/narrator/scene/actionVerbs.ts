import { contentWords } from '../words/contentWords.ts'

/** The phrases players use for an action of the engine, whatever its function is called. */
export function phrasesOfAction(action: string | null): readonly (readonly string[])[] {
  return (PHRASES.get(action ?? '') ?? []).map(contentWords)
}

const PHRASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['item/take', ['take', 'get', 'grab', 'pick up', 'collect', 'fetch', 'seize', 'pocket', 'gather']],
  ['item/drop', ['drop', 'put down', 'set down', 'lay down', 'put away', 'place', 'discard']],
  [
    'item/give',
    ['give', 'offer', 'hand', 'bring', 'deliver', 'lend', 'show', 'put', 'place', 'lay', 'insert', 'return'],
  ],
  ['clock/advance', ['wait', 'rest', 'pass the time', 'let time pass']],
])
