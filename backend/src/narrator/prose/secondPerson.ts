import { isVerb } from '../words/verbs.ts'
import { stem } from '../words/stem.ts'

/** "The player's hands shake" → "Your hands shake"; "the player has been put ashore" → "you have been put ashore". */
export function toSecondPerson(text: string): string {
  return text.replace(
    /\b(the|a) player(['’]s)?(?:\s+(\p{L}+))?/giu,
    (_, article: string, own?: string, next?: string) => {
      const you = own === undefined ? 'you' : 'your'
      const start = article.startsWith('T') || article.startsWith('A') ? `Y${you.slice(1)}` : you
      if (next === undefined) return start
      return `${start} ${own === undefined ? toOwnForm(next) : next}`
    },
  )
}

/** A word that follows "the player" and ends in s is a verb, except for a few adverbs. */
function toOwnForm(word: string): string {
  return /^(always|perhaps|sometimes|as|plus|thus|less|besides|nevertheless)$/.test(word) ? word : withoutS(word)
}

/** The form of a verb after "you"; other words stay unchanged. */
export function toBaseForm(word: string): string {
  const irregular = IRREGULAR[word]
  if (irregular !== undefined) return irregular
  if (!word.endsWith('s') || !isVerb(stem(word))) return word
  return withoutS(word)
}

/** "lights" → "light", "tries" → "try", "passes" → "pass", also for unknown verbs. */
export function withoutS(word: string): string {
  if (IRREGULAR[word] !== undefined) return IRREGULAR[word]
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ss|x|zz|ch|sh|o)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

const IRREGULAR: Record<string, string | undefined> = {
  has: 'have',
  is: 'are',
  was: 'were',
  does: 'do',
  goes: 'go',
  ties: 'tie',
  unties: 'untie',
  lies: 'lie',
}
