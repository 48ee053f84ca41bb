import { stem } from '../../words/stem.ts'
import { isVerb } from '../../words/verbs.ts'
import { findVerbClasses } from '../../words/wordNet/verbClasses.ts'

/**
 * The common verbs that a sentence may mean by its verb, the nearest first: "yank" is to pull, and to pull something
 * out of a box is to take it.
 */
export function listCommonVerbs(words: readonly string[], verbAt: number): readonly string[] {
  const verb = stem(words[verbAt] ?? '')
  if (verbAt < 0) return []
  const classes = isVerb(verb) ? [] : (findVerbClasses(verb) ?? [])
  const isTaking = (!isVerb(verb) || REMOVING.has(verb)) && TAKING.test(words.slice(verbAt).join(' '))
  return [...classes, ...(isTaking ? [TAKE] : [])].filter((common) => common !== verb)
}

const TAKE = stem('take')
const REMOVING = new Set('pull draw tug drag haul lift raise hoist put place bring free untie'.split(' ').map(stem))
/** "… out of the press", "… off the hook", "… under my arm", "… along". */
const TAKING =
  /\b(?:out of|from|off|down from)\b|\b(?:under|over|in|into|around|round|on) my (?:\p{L}+ )?(?:arms?|pockets?|bag|pack|satchel|shoulders?|belt|hands?|neck|coat|apron)\b|\b(?:along|with me)$/u
