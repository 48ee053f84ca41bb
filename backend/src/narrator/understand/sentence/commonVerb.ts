import { stem } from '../../words/stem.ts'
import { isVerb } from '../../words/verbs.ts'
import { DESTINATIONS } from './wordClasses.ts'
import { findVerbClasses } from '../../words/wordNet/verbClasses.ts'

/**
 * The common verbs that a sentence may mean by its verb, the nearest first: "yank" is to pull, and to pull something
 * out of a box is to take it.
 */
export function listCommonVerbs(words: readonly string[], verbAt: number): readonly string[] {
  const verb = stem(words[verbAt] ?? '')
  if (verbAt < 0) return []
  const classes = isVerb(verb) ? [] : (findVerbClasses(verb) ?? [])
  const rest = words.slice(verbAt).join(' ')
  const isRare = !isVerb(verb)
  const implied = [
    ...((isRare || REMOVING.has(verb)) && TAKING.test(rest) ? [TAKE] : []),
    ...((isRare || MOVING.has(verb)) && GIVING.test(rest) ? [stem('give')] : []),
    ...(isRare && PUTTING.test(rest) ? [stem('put')] : []),
    ...(isRare && DESTINATIONS.has(words[verbAt + 1] ?? '') ? [stem('go')] : []),
  ]
  return [...classes, ...implied].filter((common, index, all) => common !== verb && all.indexOf(common) === index)
}

const TAKE = stem('take')
const REMOVING = new Set('pull draw tug drag haul lift raise hoist put place bring free untie'.split(' ').map(stem))
/** "… into his hand" */
const GIVING =
  /\b(?:in|into|on|onto) (?:his|her|their|the \p{L}+s?) (?:\p{L}+ )?(?:hands?|palms?|fists?|gloves?|fingers|arms|lap)\b/u
const PUTTING = /^\p{L}+ .*\b(?:into|onto|inside|in|on)\b/u
const MOVING = new Set('press put place push drop lay slip'.split(' ').map(stem))
/** "… out of the press", "… off the hook", "… under my arm", "… along". */
const TAKING =
  /^\p{L}+ out\b|\b(?:out of|from|off|down from)\b|\b(?:under|over|in|into|around|round|on) my (?:\p{L}+ )?(?:arms?|pockets?|bag|pack|satchel|shoulders?|belt|hands?|neck|coat|apron)\b|\b(?:along|with me)$/u
