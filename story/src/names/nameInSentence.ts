/**
 * The name of a place or thing inside a sentence: "Lamp room" → "the lamp room", "Gull Rock" → "Gull Rock".
 * @param texts all the author's texts, which show the names that take an article or a lowercase letter
 */
export function nameInSentence(name: string, texts: string): string {
  const plain = withoutUnderscores(name)
  if (DETERMINED.test(plain)) return lowerFirst(plain)
  if (isAdverb(plain)) return plain.toLowerCase()
  if (HOMEWARD.test(plain)) return lowerFirst(plain)
  const [first = '', ...rest] = plain.split(/\s+/)
  const owner = first.replace(/['’]s?$/, '')
  if (owner !== first) return isProper(owner, texts) ? plain : `the ${lowerFirst(plain)}`
  if (rest.some((word) => /^\p{Lu}/u.test(word))) return isBareIn(plain, texts) ? plain : `the ${plain}`
  if (isProper(plain, texts)) return plain
  return isBareSmall(lowerFirst(plain), texts) ? lowerFirst(plain) : `the ${lowerFirst(plain)}`
}

/** The destination after "go": "to the lamp room", "upstairs", "home across the sand". */
export function whereInSentence(name: string, texts: string): string {
  const phrase = nameInSentence(name, texts)
  return isAdverb(phrase) || HOMEWARD.test(phrase) ? phrase : `to ${phrase}`
}

/** The name of a person: "the ferryman" if the author uses that form, else unchanged. */
export function personInSentence(name: string, texts: string): string {
  const plain = withoutUnderscores(name)
  if (DETERMINED.test(plain)) return lowerFirst(plain)
  const small = plain.toLowerCase()
  return small !== plain && occurs(texts, `(?:the|an?) ${escape(small)}`) ? `the ${small}` : plain
}

/** Whether the name is an adverb of place, such as "upstairs", which is used without "to the". */
export function isAdverb(name: string): boolean {
  return ADVERBS.has(name.toLowerCase())
}

/** "lamp_room" → "lamp room": a node without a description has only its id for a name. */
function withoutUnderscores(name: string): string {
  return name.replace(/_+/g, ' ').trim()
}

/** Whether the author always capitalizes the name and at least once omits the article. */
function isProper(name: string, texts: string): boolean {
  return /^\p{Lu}/u.test(name) && isBareIn(name, texts) && !occurs(texts, escape(lowerFirst(name)))
}

/** Whether the author writes "at compartment nine" and never "the compartment nine". */
function isBareSmall(small: string, texts: string): boolean {
  return (
    occurs(texts, `(?<=\\b(?:to|at|in|into|from|of)[:,]? )${escape(small)}`) &&
    !occurs(texts, `(?<=\\b(?:the|an?|one|your|this|that|some) )${escape(small)}`)
  )
}

/** Whether the author writes the name at least once without "the" before it. */
function isBareIn(name: string, texts: string): boolean {
  return occurs(texts, `(?<!\\b[Tt]he )${escape(name)}`)
}

function occurs(texts: string, pattern: string): boolean {
  if (pattern.length > MAX_NAME_LENGTH) return false
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(texts)
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
}

const DETERMINED = /^(the|an?|my|your|our|his|her|their|its|this|that|these|those|no|some)\s/i
const HOMEWARD = /^home\s/i
const ADVERBS = new Set(
  'upstairs downstairs outside inside outdoors indoors home below above north south east west ashore overboard'.split(
    ' ',
  ),
)
/** Texts don't repeat longer names. */
const MAX_NAME_LENGTH = 120
