import { lowerFirst } from './sentences.ts'

/** The name of a place or thing inside a sentence: "Lamp room" → "the lamp room", "Gull Rock" → "Gull Rock". */
export function placeName(name: string, texts: string): string {
  const plain = withoutUnderscores(name)
  if (DETERMINED.test(plain)) return lowerFirst(plain)
  if (isAdverb(plain)) return plain.toLowerCase()
  const [first = '', ...rest] = plain.split(/\s+/)
  const owner = first.replace(/['’]s?$/, '')
  if (owner !== first) return isProper(owner, texts) ? plain : `the ${lowerFirst(plain)}`
  if (rest.some((word) => /^\p{Lu}/u.test(word))) return isBareIn(plain, texts) ? plain : `the ${plain}`
  return isProper(plain, texts) ? plain : `the ${lowerFirst(plain)}`
}

/** The name of a person: "the ferryman" if the author writes it so somewhere, else as it stands. */
export function personName(name: string, texts: string): string {
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

/** Capital in the middle of a sentence, and nowhere small. */
function isProper(name: string, texts: string): boolean {
  if (!/^\p{Lu}/u.test(name)) return false
  return occurs(texts, `(?<=[\\p{Ll},;] )${escape(name)}`) && !occurs(texts, escape(lowerFirst(name)))
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

const DETERMINED = /^(the|an?|my|your|our|his|her|their|this|that|no|some)\s/i
const ADVERBS = new Set(
  'upstairs downstairs outside inside outdoors indoors home below above north south east west ashore overboard'.split(
    ' ',
  ),
)
/** What is longer is no name that a text would repeat. */
const LONGEST_NAME = 120
