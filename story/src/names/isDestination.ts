/** Whether a label is a destination: "down the well", "north", "back to the mill", but not "back door". */
export function isDestination(label: string): boolean {
  const [first = '', second] = withoutAdverb(label.toLowerCase()).split(/[\s,]+/)
  if (PREPOSITIONS.has(first)) return true
  return DIRECTIONS.has(first) && (second === undefined || isDirectionWord(second) || isFunctionWord(second))
}

/** "Carefully over the hatch" is a destination, too. */
function withoutAdverb(label: string): string {
  return label.replace(/^\p{L}+ly (?=\p{L})/u, '')
}

/** Whether a word begins a destination: "down", "into". */
export function isDirectionWord(word: string): boolean {
  return PREPOSITIONS.has(word) || DIRECTIONS.has(word)
}

/** Whether a word begins a name: "the", "your". */
export function isDeterminer(word: string): boolean {
  return DETERMINERS.has(word)
}

/** Whether a word after the first one shows that the first one is a verb: "the" of "flood the basin". */
export function isFunctionWord(word: string): boolean {
  return isDirectionWord(word) || isDeterminer(word) || OTHERS.has(word)
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
const DETERMINERS = wordSet('the a an my your our his her their its this that these those some no one two three')
const OTHERS = wordSet('again of him it them me and')
