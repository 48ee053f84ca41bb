import { isFunctionWord } from '../../names/isDestination.ts'

/**
 * What a function does, as the player says it: "The player opens or unwraps the book, or cuts its stitches" gives "open
 * the book". Null for a description that is meant for the narrator only.
 */
export function functionPhrase(description: string): string | null {
  const [sentence = ''] = description.slice(0, MAX_CHARACTERS).replace(/\s+/g, ' ').trim().split(SENTENCE_END)
  const act = ABOUT_PLAYER.exec(sentence)?.[1]
  if (act === undefined) return isCommand(sentence) ? firstAct(sentence.replace(/^\p{Lu}/u, toLower)) : null
  const [verb = ''] = /^\p{L}+/u.exec(act.replace(WISH, '')) ?? []
  if (AUXILIARIES.has(verb.toLowerCase())) return null
  return firstAct(toBaseForm(act.replace(WISH, '')))
}

const SENTENCE_END = /[.!?](?:\s|$)/
const ABOUT_PLAYER = /\b(?:the player|you)(?:['’]s character)? (?:\p{L}+ly )?(\p{L}+\b.*)$/isu
/** "Wants to leave" is to leave. */
const WISH = /^(?:wants?|tries|try|decides?|attempts?) to /i
const AUXILIARIES = new Set('have has are is was were do does can may must will would should could might'.split(' '))

/** "Light the lamp", but not "Advances the plot". */
function isCommand(sentence: string): boolean {
  const [first = '', second] = sentence.split(' ')
  if (!/^\p{L}+$/u.test(first) || /[^s]s$/.test(first) || FOR_NARRATORS.test(sentence)) return false
  return second === undefined || isFunctionWord(second.toLowerCase())
}

const FOR_NARRATORS = /\b(?:story|plot|arc|beat|scene|narrator|state|player|called?)\b/i

/** Without further verbs, alternatives and conditions. */
function firstAct(act: string): string {
  const [first = ''] = act.replace(VERBS_WITH_ONE_OBJECT, '$1 ').split(',')
  const plain = first
    .replace(/ or \p{L}+s (?:it|him|her|them|the|an?|up|down|off|out|back|away|in|on)\b.*$/iu, '')
    .replace(/;? (?:if|when|once|only|unless|because|so that|whenever)\b.*$/i, '')
    .replace(/\btheir\b/gi, 'your')
    .replace(/\bthem(?:selves|self)\b/gi, 'yourself')
  return plain.replace(
    / (and|then) (\p{Ll}+s)(?= (?:the|an?|it|him|her|them|your|for|to|at|in|into|on|\p{Lu}))/gu,
    (_, link: string, verb: string) => ` ${link} ${toBaseForm(verb)}`,
  )
}

/** "Open, draws or pulls back the curtain": the first verb and the object are kept. */
const VERBS_WITH_ONE_OBJECT =
  /^(\p{L}+)(?:, \p{L}+s)*,? or \p{L}+s(?: (?:up|down|back|off|out|on|away|over))? (?=(?:the|an?|his|her|its|their|your|what|something|someone|\p{Lu})\b)/u

/** "Lights the lamp" gives "light the lamp". */
function toBaseForm(act: string): string {
  const [verb = ''] = /^\p{L}+/u.exec(act) ?? []
  return `${baseOf(verb.toLowerCase())}${act.slice(verb.length)}`
}

function baseOf(verb: string): string {
  if (verb === 'goes' || verb === 'does') return verb.slice(0, -2)
  if (/^(?:un)?[lt]ies$/.test(verb)) return verb.slice(0, -1)
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`
  if (/(?:ss|x|zz|ch|sh)es$/.test(verb)) return verb.slice(0, -2)
  return /[^s]s$/.test(verb) ? verb.slice(0, -1) : verb
}

const toLower = (letter: string): string => letter.toLowerCase()

/** Longer descriptions are cut here. */
const MAX_CHARACTERS = 400
