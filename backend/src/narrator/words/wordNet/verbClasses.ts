import data from './verbClasses.json' with { type: 'json' }
import { stem } from '../stem.ts'

/**
 * The common verbs that a rarer one means, or is one manner of, the nearest first: "yank" is to pull. Empty for a verb
 * that has none; null for a word that is not a verb of this list.
 */
export function findVerbClasses(wordStem: string): readonly string[] | null {
  classes ??= new Map(data.words.split(' ').map(readEntry))
  return classes.get(wordStem) ?? null
}

let classes: ReadonlyMap<string, readonly string[]> | undefined

function readEntry(entry: string): [string, readonly string[]] {
  const [verb = '', names = ''] = entry.split(':')
  return [stem(verb), names === '' ? [] : names.split(',').map(stem)]
}
