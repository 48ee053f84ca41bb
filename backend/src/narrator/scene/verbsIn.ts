import { contentStems, contentWords } from '../words/contentWords.ts'
import { tokenize } from '../words/tokenize.ts'
import { isVerb } from '../words/verbs.ts'

/**
 * The stems of the verbs in a label or description: the first word, the known verbs, and the words that "and", "or",
 * "to" or "then" introduces ("turn the wheel and flood the basin, or drain it").
 */
export function verbsIn(text: string): string[] {
  const stems = contentWords(text)
  return [...stems.slice(0, 1), ...stems.filter((word) => isVerb(word) && word !== 'get'), ...joinedVerbs(text)]
}

function joinedVerbs(text: string): string[] {
  const words = tokenize(text)
  return contentStems(
    words.filter((_, index) => LINKS.has(words[index - 1] ?? '') && OBJECT_STARTS.has(words[index + 1] ?? '')),
  )
}

const LINKS = new Set(['and', 'or', 'to', 'then'])
const OBJECT_STARTS = new Set([
  'the',
  'a',
  'an',
  'it',
  'him',
  'her',
  'them',
  'your',
  'their',
  'his',
  'and',
  'or',
  'with',
])
