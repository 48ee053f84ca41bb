import { stem } from '../words/stem.ts'
import { isVerb } from '../words/verbs.ts'

/** Whether a label is a command ("flood the basin"), not a name ("the old mill") or a destination. */
export function isCommand(label: string): boolean {
  const [first = '', second] = label.toLowerCase().split(/[\s,]+/)
  if (isDestination(label) || isDirectionWord(first) || NOUN_STARTS.has(first)) return false
  if (second !== undefined && FUNCTION_WORDS.has(second)) return true
  return isVerb(stem(first)) && (stem(first) === first || `${stem(first)}e` === first)
}

/** Whether a label is a destination: "down the well", "north", "back to the mill", but not "back door". */
export function isDestination(label: string): boolean {
  const [first = '', second] = withoutAdverb(label.toLowerCase()).split(/[\s,]+/)
  if (PREPOSITIONS.has(first)) return true
  return DIRECTIONS.has(first) && (second === undefined || isDirectionWord(second) || FUNCTION_WORDS.has(second))
}

/** "Carefully over the hatch" is a destination, too. */
function withoutAdverb(label: string): string {
  return label.replace(/^\p{L}+ly (?=\p{L})/u, '')
}

function isDirectionWord(word: string): boolean {
  return PREPOSITIONS.has(word) || DIRECTIONS.has(word)
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

const PREPOSITIONS = wordSet(
  'to towards toward through into onto across along past under underneath beneath behind over around round between ' +
    'beyond by via from off at about with for against upon',
)
const DIRECTIONS = wordSet(
  'north south east west northeast northwest southeast southwest left right up down in out on back forward forwards ' +
    'ahead straight deeper further away upstairs downstairs home inside outside ashore',
)
const NOUN_STARTS = wordSet('the a an my your our his her their its this that these those some no one two three')
const FUNCTION_WORDS = new Set([
  ...PREPOSITIONS,
  ...DIRECTIONS,
  ...NOUN_STARTS,
  ...wordSet('again of him it them me and'),
  'the',
])
