import { normalizePhrase } from '../../names/normalizePhrase.ts'

/** What a text can mean: an id with the names under which a narrator knows it. */
export interface Candidate {
  readonly id: string
  /** The first one is shown. */
  readonly names: readonly string[]
}

/**
 * The candidates that a text means: the one with this id, else those with this id in other letters, else those with
 * this name, at last without articles. The case of letters, quotation marks and the form of apostrophes and accents
 * don't matter. Empty if it means none; several if a name is not unique.
 */
export function matchName(written: string, candidates: readonly Candidate[]): readonly Candidate[] {
  if (written.length > MAX_CHARACTERS) return []
  const exact = candidates.find(({ id }) => id === written.trim())
  if (exact !== undefined) return [exact]
  const readings = readingsOf(written)
  const entries = candidates.map((candidate) => {
    const names = candidate.names.map((name) => toPhrase(name.slice(0, MAX_CHARACTERS)))
    return { candidate, id: toPhrase(candidate.id), names, bare: names.map(withoutArticle) }
  })
  const tests: readonly ((entry: (typeof entries)[number], phrase: string) => boolean)[] = [
    ({ id }, phrase) => id === phrase,
    ({ names }, phrase) => names.includes(phrase),
    ({ id, bare }, phrase) => bare.includes(withoutArticle(phrase)) || id === withoutArticle(phrase),
  ]
  for (const phrase of readings) {
    for (const test of tests) {
      const matches = entries.filter((entry) => test(entry, phrase))
      if (matches.length > 0) return matches.map(({ candidate }) => candidate)
    }
  }
  return []
}

/** No id or name is longer. */
const MAX_CHARACTERS = 200

/** The whole text, then the id in a line of a prompt: `lamp: Storm lantern` and `Storm lantern (lamp)`. */
function readingsOf(written: string): readonly string[] {
  const text = written.trim()
  const colon = text.indexOf(':')
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1
  return [
    text,
    ...(colon > 0 ? [text.slice(0, colon)] : []),
    ...(open >= 0 ? [text.slice(open + 1, -1), text.slice(0, open)] : []),
  ]
    .map(toPhrase)
    .filter((phrase) => phrase !== '')
}

function toPhrase(text: string): string {
  return normalizePhrase(text.replaceAll(/\p{Cf}/gu, '').replaceAll(LETTER_APOSTROPHES, "'"))
}

/** Unicode counts these apostrophes as letters. */
const LETTER_APOSTROPHES = /[\u02b9\u02bb-\u02bd\u02c8\ua78b\ua78c]/g

function withoutArticle(phrase: string): string {
  const space = phrase.indexOf(' ')
  return space > 0 && ARTICLES.has(phrase.slice(0, space)) ? phrase.slice(space + 1) : phrase
}

/** Of the languages in which most gamebooks are written. */
const ARTICLES: ReadonlySet<string> = new Set(
  (
    'the a an some my your this that der die das den dem des ein eine einen einem einer le la les l un une des el los ' +
    'las uno una il lo i gli o os as um uma de het een en ett et'
  ).split(' '),
)
