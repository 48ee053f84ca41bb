import { isDestination, trimCharacters } from '@llm-gamebook/story'

import type { Option } from '../scene/option.ts'
import { findAction, splitAlternatives } from './alternatives.ts'
import { isCommand } from './isCommand.ts'
import { stem } from '../words/stem.ts'
import { isVerb } from '../words/verbs.ts'
import { toBaseForm, withoutS } from './secondPerson.ts'
import { lowerFirst, splitSentences } from './sentences.ts'

/** An action as it reads after "you could": "light the lamp". Null if the author's words are meant for the narrator only. */
export function actionPhrase({ description, label }: Pick<Option, 'description' | 'label'>): string | null {
  const phrase = functionPhrase(description)
  const end = lowerFirst(label?.slice(0, MAX_CHARACTERS).trim().replace(/[.:]$/, '') ?? '')
  if (end === '') return phrase
  if (isCommand(end)) return end
  return phrase === null ? null : withEnd(phrase, end)
}

/** "ask the keeper about something" and "about the key": "ask the keeper about the key". */
function withEnd(phrase: string, end: string): string {
  if (!isDestination(end)) return `${phrase}: ${end}`
  const words = phrase.split(' ')
  const from = words.indexOf(end.split(' ', 1)[0] ?? '')
  return [...(from > 0 ? words.slice(0, from) : words), end].join(' ')
}

function functionPhrase(description: string): string | null {
  const sentence = trimCharacters(splitSentences(description.slice(0, MAX_CHARACTERS))[0] ?? '', /[.!]/, 'end')
  if (findAction(sentence) !== null) {
    const [alternative = ''] = splitAlternatives(sentence)
    const [verb = ''] = /^\p{L}+/u.exec(alternative) ?? []
    return toPhrase(withoutS(verb.toLowerCase()), alternative.slice(verb.length))
  }
  const [first = ''] = sentence.split(' ')
  const isForPlayers =
    isVerb(stem(first.toLowerCase())) && !/\b(story|plot|arc|beat|scene|narrator|state)\b/i.test(sentence)
  return isForPlayers ? toPhrase(first.toLowerCase(), sentence.slice(first.length)) : null
}

function toPhrase(verb: string, rest: string): string | null {
  if (AUXILIARIES.has(verb)) return null
  const [plain = ''] = rest.split(/,? or (?=\p{Ll}+ (?:it|him|her|them)\b)|, (?=\p{Ll}+ (?:it|him|her|them)\b)/u)
  const text = withoutCondition(plain)
    .replace(/\btheir\b/gi, 'your')
    .replace(/\bthem(selves|self)\b/gi, 'yourself')
    .replace(/(\b(?:and|or|then)|,) (\p{L}+s)\b/gu, (_, link: string, next: string) => `${link} ${toBaseForm(next)}`)
  return `${verb}${text.replace(/\s+/g, ' ').trimEnd()}`
}

/** Without a condition after the first words: ", if the player has the key". */
function withoutCondition(phrase: string): string {
  const start = phrase.length - phrase.trimStart().length + 1
  const at = phrase.slice(start).search(/[,;]? (?:if|when|once|only|unless|because|so that|whenever)\b/i)
  return at === -1 ? phrase : phrase.slice(0, start + at)
}

const AUXILIARIES = new Set('have are were do can may must will would should could might is was has'.split(' '))
/** Longer labels and descriptions are cut here. */
const MAX_CHARACTERS = 400
