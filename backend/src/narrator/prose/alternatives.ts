import { isStopWord } from '../words/stopWords.ts'
import { stem } from '../words/stem.ts'
import { isVerb } from '../words/verbs.ts'

/**
 * What an author lists so that it is understood: "The player opens or unwraps the book, or cuts its stitches" is
 * "opens the book", "unwraps the book" and "cuts its stitches". Without the player, the sentence as it stands.
 */
export function splitAlternatives(sentence: string): string[] {
  const told = findAction(sentence)
  if (told === null) return [sentence]
  const [first = '', ...others] = splitTail(told)
  return [first, ...others].flatMap(splitLead)
}

/** What the sentence says of the player, from the verb on; null where it is not about the player. */
export function findAction(sentence: string): string | null {
  const found = /\b(?:the player|you)(?:['’]s character)? (?:\p{L}+ly )?(\p{L}+\b.*)$/isu.exec(sentence)
  return found?.[1] ?? null
}

/** "Fits, puts or inserts the bar" is three deeds with one object. */
function splitLead(deed: string): string[] {
  const [lead] = /^\p{L}+s(?:, \p{L}+s)*,? or \p{L}+s\b/iu.exec(deed) ?? []
  if (lead === undefined) return [deed]
  const object = deed.slice(lead.length)
  return lead.split(/,? or |, /).map((verb) => `${verb}${object}`)
}

/** From where the next alternative begins: a verb of its own after a comma or an "or". */
function splitTail(deed: string): string[] {
  const pieces = deed.split(/(,? or |, )/)
  const deeds: string[] = []
  for (let index = 0; index < pieces.length; index += 2) {
    const [link = '', piece = ''] = [pieces[index - 1], pieces[index]]
    const last = deeds.pop()
    if (last === undefined) deeds.push(piece)
    else if (!isVerbAlone(last) && (isNewDeed(piece) || isShared(piece, pieces[index + 2]))) deeds.push(last, piece)
    else deeds.push(`${last}${link}${piece}`)
  }
  return deeds
}

function isNewDeed(piece: string): boolean {
  const [verb = '', next = ''] = piece.split(' ')
  if (!/^\p{Ll}+[^s]s$/u.test(verb) || isStopWord(verb)) return false
  return OBJECT_STARTS.has(next) || /^\p{Lu}/u.test(next) || (next !== '' && isVerb(stem(verb)))
}

/** "Gives" of "gives or slips him coins". */
function isShared(piece: string, next: string | undefined): boolean {
  return /^\p{Ll}+s$/u.test(piece) && next !== undefined && isNewDeed(next)
}

/** "Fits" of "fits, puts or inserts the bar": its object comes later. */
function isVerbAlone(deed: string): boolean {
  return /^\p{L}+(?:, \p{L}+)*$/u.test(deed)
}

const OBJECT_STARTS = new Set(
  (
    'it him her them the a an his their its your himself herself themselves something somebody someone up down off in ' +
    'out on over to into at with for'
  ).split(' '),
)
