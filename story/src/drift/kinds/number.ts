import type { Spotted } from '../driftFinding.ts'
import { readNumber } from '../sentences/numbers.ts'
import type { Sentence } from '../sentences/prose.ts'
import type { Scene } from '../world/scene.ts'
import { isNamedAt, listCounters, type Counter } from './counters.ts'
import { spanOf, type Detector } from './detector.ts'
import { findRemainders } from './remainders.ts'

/** A number of the story is another one than the engine has. */
export const numberContradicted: Detector = (scene) => {
  const counters = listCounters(scene)
  return scene.prose.sentences.flatMap((sentence) =>
    sentence.isQuestion || sentence.isImagined
      ? []
      : [
          ...counters.flatMap((counter) => misstatements(scene, sentence, counter)),
          ...findRemainders(scene, sentence, counters),
        ],
  )
}

function misstatements({ known }: Scene, { tokens }: Sentence, counter: Counter): readonly Spotted[] {
  const words = tokens.map(({ text }) => text)
  const fact = `The current value of “${counter.label}” is ${counter.now}.`
  return words.flatMap((_, at) => {
    if (!isNamedAt(words, at, counter) || isUnrealBefore(words, at)) return []
    const end = at + counter.words.length
    const isLeft = words[end] === 'left' || words[end] === 'remain'
    if (counter.isShort && !isLeft && !words.some((word) => word === 'you' || word === 'your')) return []
    const isOfPoints = /^points?$/.test(words[at - 2] ?? '') && words[at - 1] === 'of'
    const said =
      numberAfter(words, at, end) ?? saidNumber(words, isOfPoints ? at - 2 : at, end, isOneOf(words[end - 1], counter))
    if (
      said === null ||
      isWritten(known, words.slice(said.from, said.to ?? end)) ||
      (said.isNow ? said.value === counter.now : counter.values.has(said.value))
    )
      return []
    return [spanOf(tokens.slice(said.from, Math.min(end + 2, tokens.length)), fact)]
  })
}

/** Whether the clause up to this position speaks of what is not. */
function isUnrealBefore(words: readonly string[], at: number): boolean {
  const before = words.slice(0, at)
  return before.slice(before.findLastIndex((word) => /^[:;—]$/.test(word)) + 1).some((word) => UNREAL.has(word))
}

const UNREAL: ReadonlySet<string> = new Set(
  'if could would might can may should will for costs cost worth price wants until had was were offer offers than like as each every another first second third'.split(
    ' ',
  ),
)

/** A price, say, that the author gives in these words. */
function isWritten({ folded }: Scene['known'], words: readonly string[]): boolean {
  return folded.includes(` ${words.join(' ')} `)
}

/** `clearance three` */
function numberAfter(words: readonly string[], from: number, to: number): SaidNumber | null {
  const number = readNumber(words.slice(to, to + 2))
  const next = number === null ? undefined : words[to + number.length]
  const isLevel = next === undefined || /^(?:[.,;!)—]|now|granted|already)$/.test(next)
  return number !== null && isLevel ? { value: number.value, isNow: true, from, to: to + number.length } : null
}

/** `the dollar`, which is one of "Dollars". */
function isOneOf(word: string | undefined, { words }: Counter): boolean {
  return word !== words.at(-1) && words.at(-1)?.endsWith('s') === true
}

interface SaidNumber {
  readonly value: number
  /** Of now, not of some time in the turn. */
  readonly isNow: boolean
  readonly from: number
  /** If it does not end with the name. */
  readonly to?: number
}

/** The number that is said of something between these positions. */
function saidNumber(words: readonly string[], from: number, to: number, isOne: boolean): SaidNumber | null {
  const after = words.slice(to, to + 5).join(' ')
  const before = words.slice(Math.max(0, from - 6), from)
  if (
    /^(?:are|is) (?:all )?(?:gone|spent|lost)\b/.test(after) &&
    /^(?:both|all|your|the|last)$/.test(before.at(-1) ?? '') &&
    !(isOne && /^(?:your|the)$/.test(before.at(-1) ?? ''))
  )
    return { value: 0, isNow: true, from: from - 1 }
  if (before.at(-1) === 'no' && (/^(?:left|remain)/.test(after) || /\byou (?:now )?have no$/.test(before.join(' '))))
    return { value: 0, isNow: true, from: from - 1 }
  const isNone = /\b(?:not a single|without a single)$/.test(before.join(' '))
  if (isNone) return { value: 0, isNow: true, from: from - 1 }
  if (before.at(-1) === 'single' && /\b(?:have|down to) a single$/.test(before.join(' ')))
    return { value: 1, isNow: true, from: from - 1 }
  const grown = GROWN.exec(after)
  const level = grown === null ? null : readNumber(words.slice(to + grown[0].split(' ').length))
  if (level !== null) return { value: level.value, isNow: true, from }
  for (let length = Math.min(4, before.length); length > 0; length -= 1) {
    const start = from - length
    const number = readNumber(words.slice(start, from))
    if (number === null || number.length < length - 1) continue
    const lead = words.slice(Math.max(0, start - 4), start).join(' ')
    if (OTHERS_HAVE.test(lead)) return null
    if (
      /\b(?:you (?:now |still |only )?(?:have|hold|own|count)|you are (?:down to|left with)|leaves you(?: with)?|leaving you(?: with)?)(?: only| just| exactly| all of)?$/.test(
        lead,
      )
    )
      return { value: number.value, isNow: true, from: start }
    if (/\bthere (?:are|is)(?: only| just| still)?$/.test(lead) && /^(?:left )?in your\b/.test(after))
      return { value: number.value, isNow: true, from: start }
    if (/\byou (?:pay|spend|hand over|lose|gain|earn|receive)(?: him| her| them| out)?$/.test(lead))
      return { value: number.value, isNow: false, from: start }
    if (/^(?:are |is )?(?:left|remain|remains|remaining)\b/.test(after))
      return { value: number.value, isNow: true, from: start }
    if (/\b(?:your|your last|your remaining|all your)$/.test(lead))
      return { value: number.value, isNow: false, from: start }
    if (/^(?:are|is) (?:now )?(?:owed to you|yours|in your)\b/.test(after))
      return { value: number.value, isNow: true, from: start }
    if (/^(?:is|isn't|are|aren't|was|would|buys?|will|for|each|apiece)\b/.test(after)) return null
    return { value: number.value, isNow: false, from: start }
  }
  return null
}

const OTHERS_HAVE = /\b(?:he|she|it|they|who) (?:now |still |only )?(?:has|have)(?: only| just)?$/

/** `goes up to three` */
const GROWN =
  /^(?:(?:goes|rises|drops|falls|climbs|sinks|is|are|stands) ){1}(?:now |up |down |back ){0,2}(?:to|at)(?= )/
