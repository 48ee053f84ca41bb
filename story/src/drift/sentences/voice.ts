import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { NarrationSettings } from '../../prompt/settings/narrationSettings.ts'
import { authorsText } from '../../prompt/settings/fixedSettings.ts'
import { foldText } from './foldText.ts'
import type { Prose } from './prose.ts'
import { verbFormsOf } from './verbForms.ts'

/** In which person and tense the story is written. */
export interface Voice {
  readonly person: 'first' | 'second' | 'third'
  readonly tense: 'present' | 'past'
}

/** As the author or the player has chosen; else as the text is written. */
export function findVoice(gamebook: Gamebook, settings: NarrationSettings | null, prose: Prose): Voice {
  const style = foldText([...gamebook.prompt.values()].join(' '))
  const person = read(PERSONS, authorsText(gamebook, 'person')) ?? settings?.person ?? read(PERSONS, style, 'person')
  const tense = read(TENSES, authorsText(gamebook, 'tense')) ?? settings?.tense ?? read(TENSES, style, 'tense')
  const written = tense ?? writtenTense(prose)
  return { person: person ?? writtenPerson(prose, written), tense: written }
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
    for (const [index, { text }] of tokens.entries()) {
      const forms = verbFormsOf(text)
      const isPast = forms.some(({ form }) => form === 'past') && !forms.some(({ form }) => form === 'base')
      if (PAST.has(text) || (isPast && !PERFECT.has(tokens[index - 1]?.text ?? ''))) past += 1
      else if (PRESENT.has(text)) present += 1
    }
  }
  return past >= 2 && past > 2 * present ? 'past' : 'present'
}

/** The first person only in a story that looks back: a player writes of now. */
function writtenPerson({ sentences }: Prose, tense: Voice['tense']): Voice['person'] {
  const words = sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text))
  const isFirst = words.includes('i') && !words.includes('you') && !words.includes('your')
  return isFirst && tense === 'past' ? 'first' : 'second'
}

const PAST: ReadonlySet<string> = new Set('was were had said looked'.split(' '))
const PERFECT: ReadonlySet<string> = new Set('have has had is are was were be been being not'.split(' '))
const PRESENT: ReadonlySet<string> = new Set(
  "is are has have says take go come stand lies look looks see turn turns enter step it's that's there's he's she's am".split(
    ' ',
  ),
)
