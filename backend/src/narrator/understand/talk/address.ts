import { trimCharacters } from '@llm-gamebook/story'
import { contentStems, contentWords } from '../../words/contentWords.ts'
import { stem } from '../../words/stem.ts'
import { isVerb, verbKinds } from '../../words/verbs.ts'
import { findNamedSpeakers } from '../../scene/findNamedSpeakers.ts'
import type { Scene } from '../../scene/scene.ts'
import type { Speaker } from '../../scene/speakers.ts'
import { tokenize } from '../../words/tokenize.ts'
import { readQuote } from '../fill/readText.ts'
import { ANYBODY } from '../findSubject.ts'
import { isGreeting } from '../greeting.ts'
import { INTERROGATIVES } from '../sentence/wordClasses.ts'
import type { PlayerInput } from '../playerInput.ts'

/** How a message turns to the speakers who are present. */
export interface Address {
  /**
   * `talk`: with a verb of talking; `name`: by their name before a comma or after it; `topic`: "what about the bell";
   * `question`: a question to anyone.
   */
  readonly mode: 'talk' | 'name' | 'topic' | 'question'
  /** Whom it names; empty if it names no one. */
  readonly named: readonly Speaker[]
  /** Whether it turns to someone who is none of the speakers. */
  readonly isToOther: boolean
  /** The words after "about" and the like; null if there are none. */
  readonly about: readonly string[] | null
  /** All words without the names. */
  readonly words: readonly string[]
}

/** Null for a message that turns to no one. */
export function findAddress(input: PlayerInput, { speakers, visible, people }: Scene): Address | null {
  if (speakers.length === 0 || (input.isQuestion && isAboutOwnAct(input))) return null
  const { all, text } = input
  const called = findCalled(text, speakers)
  if (called.length > 0)
    return { mode: 'name', named: called, isToOther: false, about: afterAbout(all), words: withoutNames(all, called) }
  const verb = findTalkVerb(input)
  if (verb >= 0) {
    const rest = all.slice(verb + 1)
    const end = rest.findIndex((word) => DELIMITERS.has(word))
    const head = end < 0 ? rest : rest.slice(0, end)
    const nouns = contentStems(head).filter((word) => !isVerb(word))
    const named = findNamedSpeakers(nouns, speakers, people)
    const isUnknown = named.length === 0 && nouns.length > 0 && !nouns.every((word) => ANYBODY.has(word))
    const isToOther =
      isUnknown &&
      (end >= 0 ||
        WITH.has(head[0] ?? '') ||
        isNamed(
          nouns,
          [...visible, ...people].map(({ name }) => name),
        ))
    const quote = readQuote(text)
    return {
      mode: 'talk',
      named,
      isToOther,
      about: quote !== null ? tokenize(quote) : end < 0 ? null : rest.slice(ABOUT.has(rest[end] ?? '') ? end + 1 : end),
      words: withoutNames([...all.slice(0, verb), ...rest], named),
    }
  }
  const isTopic = /^(and |but |so )?(what|how) about /.test(`${all.join(' ')} `)
  if (isTopic) return { mode: 'topic', named: [], isToOther: false, about: afterAbout(all), words: all }
  if (!isAsked(input)) return null
  return { mode: 'question', named: [], isToOther: false, about: null, words: all }
}

/** The index of the verb of talking that the message is about; -1 if there is none. */
function findTalkVerb({ all, verbKinds: [kind], mood }: PlayerInput): number {
  if (kind !== 'talk' || mood === 'refusal' || isGreeting({ all })) return -1
  return all.findIndex((word) => verbKinds(stem(word))[0] === 'talk')
}

/** "Mara, where is the key?", "Where is the key, Mara?" */
function findCalled(text: string, speakers: readonly Speaker[]): readonly Speaker[] {
  const start = /^\s*(?:(?:hey|hello|hi|please|excuse me|tell me|say),?\s+)?([^,:?!;]{1,60})[,:]/iu.exec(text)?.[1]
  const whole = trimCharacters(text.trim(), /[?!.]/, 'end')
  const end = whole.slice(whole.lastIndexOf(',') + 1).trim()
  return [start, whole.includes(',') ? end.slice(0, MAX_NAME) : undefined].flatMap((part) => {
    const stems = contentWords((part ?? '').replace(/["“”]/gu, ' '))
    const isName = (name: string) => stems.length > 0 && stems.every((word) => contentWords(name).includes(word))
    return speakers.filter(({ name }) => isName(name))
  })
}

function isNamed(nouns: readonly string[], names: readonly string[]): boolean {
  return names.flatMap(contentWords).some((word) => nouns.includes(word))
}

function afterAbout(all: readonly string[]): readonly string[] | null {
  const at = all.findIndex((word) => ABOUT.has(word))
  return at < 0 ? null : all.slice(at + 1)
}

function withoutNames(words: readonly string[], speakers: readonly Speaker[]): readonly string[] {
  const names = new Set(speakers.flatMap(({ name }) => contentWords(name)))
  return words.filter((word) => !names.has(stem(word)))
}

/** A question about what the player could do: "should I tell him", "what if I told him", "what can I do". */
function isAboutOwnAct({ all, isQuestion }: PlayerInput): boolean {
  const [first = '', second = '', third = ''] = all
  if (HYPOTHETICAL.test(all.join(' '))) return true
  return MODALS.has(first) ? SELF.has(second) : isQuestion && MODALS.has(second) && SELF.has(third)
}

/** A question that a person can answer. */
function isAsked({ all, text, isQuestion }: PlayerInput): boolean {
  if (!INTERROGATIVES.has(all[0] ?? '') && !all.some((word) => word === 'you' || word === 'your')) return false
  return isQuestion || text.trimEnd().endsWith('?')
}

const HYPOTHETICAL =
  /^(?:what if|what (?:would|will|could|might) happen|how (?:do|can|could|would|should) (?:i|we)|what (?:should|shall|can|could) (?:i|we)|do you think (?:i|we)|should (?:i|we)|suppose|imagine)\b/
const MAX_NAME = 60
const ABOUT = new Set(['about', 'regarding', 'concerning'])
const DELIMITERS = new Set([...ABOUT, ...'for if whether what where when why who whose how which that'.split(' ')])
const WITH = new Set(['to', 'with'])
const MODALS = new Set('can could may might should must do shall will would am'.split(' '))
const SELF = new Set(['i', 'we'])
