import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { NarrationSettings } from '../../prompt/settings/narrationSettings.ts'
import { authorsText } from '../../prompt/settings/fixedSettings.ts'
import { foldText } from './foldText.ts'
import type { Prose } from './prose.ts'

/** In which person and tense the story is written. */
export interface Voice {
  readonly person: 'first' | 'second' | 'third'
  readonly tense: 'present' | 'past'
}

/** As the author or the player has chosen; by default, second person and the tense that the text has. */
export function findVoice(gamebook: Gamebook, settings: NarrationSettings | null, prose: Prose): Voice {
  const style = foldText(gamebook.prompt.get('style') ?? '')
  const person = read(PERSONS, authorsText(gamebook, 'person')) ?? settings?.person ?? read(PERSONS, style, 'person')
  const tense = read(TENSES, authorsText(gamebook, 'tense')) ?? settings?.tense
  return { person: person ?? 'second', tense: tense ?? writtenTense(prose) }
}

const PERSONS = ['first', 'second', 'third'] as const
const TENSES = ['present', 'past'] as const

/** The only one of the words that a text has, followed by a noun if there is one. */
function read<Word extends string>(words: readonly Word[], text: string | null, noun = ''): Word | undefined {
  const found = words.filter((word) =>
    new RegExp(`\\b${word}${noun === '' ? '' : `[ -]${noun}`}\\b`, 'i').test(text ?? ''),
  )
  return found.length === 1 ? found[0] : undefined
}

/** Clearly more verbs in the past than in the present. */
function writtenTense({ sentences }: Prose): Voice['tense'] {
  let past = 0
  let present = 0
  for (const { tokens } of sentences) {
    for (const { text } of tokens) {
      if (PAST.has(text)) past += 1
      else if (PRESENT.has(text)) present += 1
    }
  }
  return past >= 3 && past > 3 * present ? 'past' : 'present'
}

const PAST: ReadonlySet<string> = new Set(
  'was were had said took went came stood walked lay looked saw felt put turned opened entered stepped gave held'.split(
    ' ',
  ),
)
const PRESENT: ReadonlySet<string> = new Set(
  'is are has have says take go come stand walk lies look looks see feel put turn turns open opens enter step give'.split(
    ' ',
  ),
)
