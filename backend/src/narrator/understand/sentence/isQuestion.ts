import { BE, MODALS, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, INTERROGATIVES } from './wordClasses.ts'

/**
 * Whether a sentence asks: by its question mark, its first words, or words such as "I wonder".
 * @param words without the openers
 */
export function isQuestion(rest: readonly string[], text: string): boolean {
  const [first = '', second = ''] = rest
  if (/\?["”')\s]*$/.test(outsideQuotes(text))) return true
  if (INTERROGATIVES.has(first))
    return !(first === 'what' && (second === 'a' || second === 'an')) && !isSubordinate(rest)
  if (BE.has(first)) return true
  if (MODALS.has(first)) return second !== 'like' && second !== 'love' && second !== 'not'
  if (['do', 'does', 'did', 'have', 'has', 'had'].includes(first))
    return SUBJECT_PRONOUNS.has(second) && !OBJECT_PRONOUNS.has(second) && second !== 'there'
  if (first === 'does' || first === 'did') return true
  return ASKING.test(rest.join(' '))
}

/** "When the bell rings, I run": the main clause follows. */
function isSubordinate(rest: readonly string[]): boolean {
  return rest[0] === 'when' && rest.lastIndexOf('i') > 1
}

function outsideQuotes(text: string): string {
  return text.replace(/"[^"]*"|“[^“”]*”/g, ' ')
}

const ASKING =
  /^(?:i (?:wonder|ask myself|am wondering|want to know|would like to know|am curious|need to know|am not sure)|tell me (?:what|where|who|why|how|when|which|if|whether|about my|again)|any (?:idea|chance|hint|exits?|one)|anyone |anybody |is it |suppose |imagine |show me (?:what|where|who|my))/
