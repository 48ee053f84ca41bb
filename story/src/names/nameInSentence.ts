/**
 * The name of a place or thing inside a sentence: "Lamp room" → "the lamp room", "Gull Rock" → "Gull Rock".
 * @param texts what the author says anywhere, to see which names he writes with an article, and which small
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

/** Where one goes: "to the lamp room", "upstairs", "home across the sand". */
export function whereInSentence(name: string, texts: string): string {
  const told = nameInSentence(name, texts)
  return isAdverb(told) || HOMEWARD.test(told) ? told : `to ${told}`
}

/** The name of a person: "the ferryman" if the author writes it so somewhere, else as it stands. */
export function personInSentence(name: string, texts: string): string {
  const plain = withoutUnderscores(name)
  if (DETERMINED.test(plain)) return lowerFirst(plain)
  const small = plain.toLowerCase()
  return small !== plain && occurs(texts, `(?:the|an?) ${escape(small)}`) ? `the ${small}` : plain
}

/** Words that say where without "to the": "upstairs". */
export function isAdverb(name: string): boolean {
  return ADVERBS.has(name.toLowerCase())
}

/** "lamp_room" → "lamp room": a node without a description has only its id for a name. */
function withoutUnderscores(name: string): string {
  return name.replace(/_+/g, ' ').trim()
}

/** Said with its capital and without an article, and nowhere small. */
function isProper(name: string, texts: string): boolean {
  return /^\p{Lu}/u.test(name) && isBareIn(name, texts) && !occurs(texts, escape(lowerFirst(name)))
}

/** "At compartment nine", and never "the compartment nine". */
function isBareSmall(small: string, texts: string): boolean {
  return (
    occurs(texts, `(?<=\\b(?:to|at|in|into|from|of)[:,]? )${escape(small)}`) &&
    !occurs(texts, `(?<=\\b(?:the|an?|one|your|this|that|some) )${escape(small)}`)
  )
}

/** Named somewhere without "the" before it. */
function isBareIn(name: string, texts: string): boolean {
  return occurs(texts, `(?<!\\b[Tt]he )${escape(name)}`)
}

function occurs(texts: string, pattern: string): boolean {
  if (pattern.length > LONGEST_NAME) return false
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
/** What is longer is no name that a text would repeat. */
const LONGEST_NAME = 120
