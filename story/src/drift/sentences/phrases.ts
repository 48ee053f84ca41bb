import { presentOf } from './verbForms.ts'

/** Words and phrases that can take the place of each other, by their name. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>

/**
 * One pattern for a list of phrases. It is for the folded words of a sentence, with single spaces between them.
 *
 * - `(a|b c)` is one of these, `[a|b]` one of these or nothing.
 * - `{name}` is one entry of the vocabulary.
 * - `*` is a word, `*3` up to three words.
 * - `<` is the beginning, `>` is the end.
 * - `!(a|b)` is followed by neither, `!<(a|b)` is preceded by neither.
 */
export function compilePhrases(phrases: readonly string[], vocabulary: Vocabulary = {}): RegExp {
  const patterns = phrases.map((phrase) =>
    (phrase.match(PART) ?? []).map((part) => compilePart(part, vocabulary)).join(''),
  )
  return new RegExp(`(?<![^ ])(?:${patterns.join('|')})`)
}

const PART = /!<?\([^()]*\)|\([^()]*\)|\[[^[\]]*\]|[^\s]+/g
const WORD = '[^ ,;:.!?…—–()]+'
const END = '(?: |$)'

function compilePart(part: string, vocabulary: Vocabulary): string {
  const choose = (text: string): string =>
    `(?:${text
      .split('|')
      .flatMap((one) => expand(one, vocabulary))
      .join('|')})`
  if (part === '<') return '^'
  if (part === '>') return '$'
  if (part.startsWith('!<(')) return `(?<!(?<![^ ])${choose(part.slice(3, -1))} )`
  if (part.startsWith('!(')) return `(?!${choose(part.slice(2, -1))}${END})`
  if (part.startsWith('(')) return choose(part.slice(1, -1)) + END
  if (part.startsWith('[')) return `(?:${choose(part.slice(1, -1))}${END})?`
  if (part === '*') return WORD + END
  if (part.startsWith('*')) return `(?:${WORD} ){0,${part.slice(1)}}?`
  return choose(part) + END
}

/** The entries of a list that is named, or the word itself. */
function expand(text: string, vocabulary: Vocabulary): readonly string[] {
  const name = /^\{(\w+)\}$/.exec(text)?.[1]
  if (name === undefined) {
    const within = /\{(\w+)\}/.exec(text)
    if (within === null) return [escape(text)]
    const before = text.slice(0, within.index)
    return listOf(within[1] ?? '', vocabulary).flatMap((one) =>
      expand(`${before}${one}${text.slice(within.index + within[0].length)}`, vocabulary),
    )
  }
  return listOf(name, vocabulary).map(escape)
}

function listOf(name: string, vocabulary: Vocabulary): readonly string[] {
  const list = vocabulary[name]
  if (list === undefined) throw new Error(`No words are named ${name}.`)
  return list
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** `takes`, `gives way`: what someone else, or a thing, does. */
export function listThirds(verbs: string): readonly string[] {
  return listEntries(verbs).map((verb) => inThird(verb))
}

/** Both `take` and `takes`. */
export function listVerbs(verbs: string): readonly string[] {
  return [...listEntries(verbs).map((verb) => verb.replace(/^be\b/, 'are')), ...listThirds(verbs)]
}

/** Entries are separated by commas. */
export function listEntries(text: string): readonly string[] {
  return text.split(',').map((entry) => entry.trim())
}

function inThird(verb: string): string {
  const [first = '', ...rest] = verb.split(' ')
  if (first === 'be') return ['is', ...rest].join(' ')
  return [presentOf(first), ...rest].join(' ')
}
