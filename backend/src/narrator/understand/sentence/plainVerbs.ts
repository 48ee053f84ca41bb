import { canBeVerb, DESTINATIONS, DETERMINERS } from './wordClasses.ts'

/** "Have a seat" is to sit, "take a look" to look, "reach up and lift" to lift, "go and get" to get. */
export function withPlainVerbs(given: readonly string[]): readonly string[] {
  const words = withoutKettleIdiom(given)
  const plain: string[] = []
  for (let at = 0; at < words.length; at++) {
    const [word = '', next = '', after = '', last = ''] = words.slice(at)
    const noun = ADJECTIVES.has(after) ? last : after
    const isLight = LIGHT_VERBS.has(word) && (next === 'a' || next === 'an') && (NOUNS.has(noun) || isVerbNoun(noun))
    const reflexive = reflexiveVerb(words, at)
    if (reflexive !== null) {
      plain.push(reflexive)
      at++
      continue
    }
    const idiom = IDIOMS.get(`${word} ${next}`)
    if (idiom !== undefined) {
      plain.push(idiom)
      at++
    } else if (isLight) {
      plain.push(NOUNS.get(noun) ?? noun)
      at += noun === after ? 2 : 3
    } else if (isApproach(words, at)) at += word === 'reach' && next !== 'and' ? 2 : 1
    else plain.push(word)
  }
  return plain
}

/** "Put the kettle on" is to boil it. */
function withoutKettleIdiom(words: readonly string[]): readonly string[] {
  const [verb, , noun, particle] = words.slice(-4)
  const isBoiling = verb === 'put' && noun === 'kettle' && particle === 'on'
  return isBoiling ? [...words.slice(0, -4), 'boil', 'the', 'kettle'] : words
}

/** "Hoist myself over the wall" is to climb, "lower myself into the chair" to sit, "drag myself to bed" to go. */
function reflexiveVerb(words: readonly string[], at: number): string | null {
  const [verb = '', self = '', where = ''] = words.slice(at)
  if ((self !== 'myself' && self !== 'yourself') || !canBeVerb(verb)) return null
  if (CLIMBING.has(where)) return 'climb'
  if (SITTING.has(verb)) return 'sit'
  return DESTINATIONS.has(where) ? 'go' : null
}

/** "Go and …", "reach out and …", "try and …" before a verb: only the verb counts. */
function isApproach(words: readonly string[], at: number): boolean {
  const [word = '', next = '', after = '', last = ''] = words.slice(at)
  if (word === 'reach' && (next === 'up' || next === 'out' || next === 'down' || next === 'in'))
    return after === 'and' && canBeVerb(last)
  return APPROACHES.has(word) && next === 'and' && canBeVerb(after) && !DETERMINERS.has(after)
}

/** Nouns such as "look" and "sip" that are verbs as well, and hardly ever things to have. */
function isVerbNoun(word: string): boolean {
  return VERB_NOUNS.has(word)
}

/** Verbs whose particle gives them another meaning. */
const IDIOMS = new Map([
  ['knock back', 'drink'],
  ['make small', 'speak'],
  ['set off', 'go'],
  ['carry on', 'go on'],
  ['speak up', 'speak'],
  ['leaf through', 'read'],
  ['flick through', 'read'],
  ['flip through', 'read'],
  ['thumb through', 'read'],
  ['page through', 'read'],
])
const LIGHT_VERBS = new Set(['have', 'take', 'give', 'make', 'do', 'had', 'took', 'grab', 'having', 'taking'])
const ADJECTIVES = new Set('good close closer quick long short little big small careful deep hard gentle'.split(' '))
const NOUNS = new Map([
  ['seat', 'sit'],
  ['stroll', 'walk'],
  ['bow', 'greet'],
])
const VERB_NOUNS = new Set(
  (
    'look peek glance listen sniff sip bite taste drink rest nap walk step swim climb leap jump push pull tug shove ' +
    'knock search try wander swing kick smell swig nibble'
  ).split(' '),
)
const CLIMBING = new Set(['over', 'up', 'onto'])
const SITTING = new Set(['lower', 'settle', 'seat', 'plant', 'park', 'plop'])
const APPROACHES = new Set(['go', 'reach', 'try', 'come'])
