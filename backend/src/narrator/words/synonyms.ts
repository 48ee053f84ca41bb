import { stem } from './stem.ts'
import { VERB_GROUPS } from './verbs.ts'

/** The words of one line are synonyms. */
const NOUN_GROUPS = [
  'north northward northwards',
  'south southward southwards',
  'east eastward eastwards',
  'west westward westwards',
  'up upstairs upward upwards above ascend climb',
  'down downstairs downward downwards below descend',
  'in inside into indoors enter',
  'out outside outdoors exit leave',
  'back return',
  'door doorway gate entrance portal hatch trapdoor',
  'way path road trail track lane route',
  'stair stairway staircase step',
  'ladder rung',
  'house cottage hut cabin home',
  'lamp lantern light candle',
  'fire flame hearth stove',
  'boat ship vessel dinghy skiff',
  'church chapel cathedral',
  'wood forest tree grove',
  'cellar basement vault',
  'attic loft',
  'room chamber',
  'hall corridor hallway passage',
  'book journal diary log notebook ledger logbook',
  'letter note message paper',
  'picture painting portrait',
  'sea ocean water',
  'river stream brook',
  'hill mountain',
  'town village city',
  'inn tavern pub',
  'shore beach coast',
  'harbour harbor port quay pier dock jetty',
  'bridge crossing',
  'garden yard courtyard',
  'rope cord line',
  'knife blade dagger',
  'gun pistol rifle',
  'money coin gold silver',
  'box chest trunk crate casket',
  'woman lady girl',
  'man gentleman fellow',
  'child boy girl kid',
  'father dad papa',
  'mother mum mom mama',
  'doctor physician',
  'guard sentry watchman sentinel',
  'bartender barkeeper innkeeper landlord landlady',
  'dog hound',
  'time hour clock',
  'wait time pass',
  '1 one',
  '2 two',
  '3 three',
  '4 four',
  '5 five',
  '6 six',
  '7 seven',
  '8 eight',
  '9 nine',
  '10 ten',
  '11 eleven',
  '12 twelve',
  '13 thirteen',
  '14 fourteen',
  '15 fifteen',
  '16 sixteen',
  '17 seventeen',
  '18 eighteen',
  '19 nineteen',
  '20 twenty',
]

/** Whether two stems mean nearly the same. */
export function areSynonyms(left: string, right: string): boolean {
  const groups = groupsByStem()
  const ofRight = groups.get(right)
  return ofRight !== undefined && (groups.get(left) ?? []).some((group) => ofRight.includes(group))
}

/** Whether a word is in the tables and therefore not a typo. */
export function isKnownStem(wordStem: string): boolean {
  return groupsByStem().has(wordStem)
}

export function knownStems(): Iterable<string> {
  return groupsByStem().keys()
}

let index: Map<string, number[]> | undefined

function groupsByStem(): Map<string, number[]> {
  if (index) return index
  index = new Map()
  const groups = [...Object.values(VERB_GROUPS).flat(), ...NOUN_GROUPS]
  for (const [number, group] of groups.entries()) {
    for (const word of group.split(' ')) index.set(stem(word), [...(index.get(stem(word)) ?? []), number])
  }
  return index
}
