import { isStopWord } from '../words/stopWords.ts'
import { stem } from '../words/stem.ts'
import { isVerb, verbKinds } from '../words/verbs.ts'

/**
 * The alternatives in a function's description: "The player opens or unwraps the book, or cuts its stitches" gives
 * "opens the book", "unwraps the book" and "cuts its stitches". A sentence that is not about the player stays whole.
 */
export function splitAlternatives(sentence: string): string[] {
  const action = findAction(sentence)
  if (action === null) return [sentence]
  const [first = '', ...others] = splitActions(action)
  return [first, ...others].flatMap(splitVerbs)
}

/** The sentence from the player's verb on; null if it is not about the player. */
export function findAction(sentence: string): string | null {
  const found = /\b(?:the player|you)(?:['’]s character)? (?:\p{L}+ly )?(\p{L}+\b.*)$/isu.exec(sentence)
  return found?.[1] ?? null
}

/** "Fits, puts or inserts the bar" is three actions with one object. */
function splitVerbs(action: string): string[] {
  const [verbs] = /^\p{L}+s(?:, \p{L}+s)*,? or \p{L}+s\b/iu.exec(action) ?? []
  if (verbs === undefined || isIntransitive(verbs)) return [action]
  const object = action.slice(verbs.length)
  return verbs.split(/,? or |, /).map((verb) => `${verb}${object}`)
}

/** "Waits or lets time pass": the first verb has no object to share. */
function isIntransitive(verbs: string): boolean {
  const [first = ''] = verbs.split(/,? or |, /)
  const [kind] = verbKinds(stem(first.toLowerCase()))
  return kind === 'wait' || kind === 'travel'
}

/** Splits where a comma or an "or" is followed by a verb with its own object. */
function splitActions(action: string): string[] {
  const pieces = action.split(/(,? or |, )/)
  const actions: string[] = []
  for (let index = 0; index < pieces.length; index += 2) {
    const [link = '', piece = ''] = [pieces[index - 1], pieces[index]]
    const last = actions.pop()
    if (last === undefined) actions.push(piece)
    else if (!isVerbAlone(last) && (isNewAction(piece) || sharesObject(piece, pieces[index + 2])))
      actions.push(last, piece)
    else actions.push(`${last}${link}${piece}`)
  }
  return actions
}

function isNewAction(piece: string): boolean {
  const [verb = '', next = ''] = piece.split(' ')
  if (!/^\p{Ll}+[^s]s$/u.test(verb) || isStopWord(verb)) return false
  return OBJECT_STARTS.has(next) || /^\p{Lu}/u.test(next) || (next !== '' && isVerb(stem(verb)))
}

/** "Gives" of "gives or slips him coins". */
function sharesObject(piece: string, next: string | undefined): boolean {
  return /^\p{Ll}+s$/u.test(piece) && next !== undefined && isNewAction(next)
}

/** "Fits" of "fits, puts or inserts the bar": its object comes later. */
function isVerbAlone(action: string): boolean {
  return /^\p{L}+(?:, \p{L}+)*$/u.test(action)
}

const OBJECT_STARTS = new Set(
  (
    'it him her them the a an his their its your himself herself themselves something somebody someone up down off in ' +
    'out on over to into at with for'
  ).split(' '),
)
