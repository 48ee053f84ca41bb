import { readField } from '../../state/readField.ts'
import type { Entity, FieldDeclaration } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { World } from '../../state/world.ts'
import { isVisible } from '../../traits/visibility.ts'
import type { Spotted } from '../driftFinding.ts'
import { readNumber } from '../sentences/numbers.ts'
import type { Sentence } from '../sentences/prose.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { listChanges, valuesOf } from '../world/turnEvents.ts'
import { spanOf, type Detector } from './detector.ts'

/** A number of the story is another one than the engine has. */
export const numberContradicted: Detector = (scene) => {
  const counters = listCounters(scene)
  return scene.prose.sentences.flatMap((sentence) =>
    sentence.isQuestion || sentence.isImagined
      ? []
      : counters.flatMap((counter) => misstatements(scene, sentence, counter)),
  )
}

/** A number that the player can see. */
interface Counter {
  readonly label: string
  readonly words: readonly string[]
  readonly now: number
  /** What it was at any time of the turn, and by how much it changed. */
  readonly values: ReadonlySet<number>
}

function listCounters({ before, after, input }: Scene): readonly Counter[] {
  const changes = listChanges(input.receipts)
  return [...after.gamebook.entities.values()].flatMap((entity) =>
    [...(indexOf(after.gamebook).types.get(entity.typeId)?.fields ?? [])].flatMap(
      ([field, declaration]): readonly Counter[] => {
        if (!isShown(after, entity, declaration)) return []
        const now = numberAt(after, entity, field)
        const past = numberAt(before, entity, field)
        if (now === null || past === null) return []
        const label = declaration.label ?? field
        const during = valuesOf(changes, entity.id, field).filter((value) => typeof value === 'number')
        const values = new Set([now, past, ...during, Math.abs(now - past)])
        return [{ label, words: splitPhrase(label.replaceAll('_', ' ')), now, values }]
      },
    ),
  )
}

function isShown(world: World, entity: Entity, { type, show, tell }: FieldDeclaration): boolean {
  return (type === 'integer' || type === 'number') && (tell || show !== 'hidden') && isVisible(world, entity)
}

function numberAt(world: World, { id }: Entity, field: string): number | null {
  try {
    const value = readField(world, id, field)
    return typeof value === 'number' ? value : null
  } catch {
    return null
  }
}

function misstatements({ known }: Scene, { tokens }: Sentence, counter: Counter): readonly Spotted[] {
  const words = tokens.map(({ text }) => text)
  const fact = `The current value of “${counter.label}” is ${counter.now}.`
  return words.flatMap((_, at) => {
    if (!isNamedAt(words, at, counter) || words.slice(0, at).some((word) => UNREAL.has(word))) return []
    const end = at + counter.words.length
    const said = saidNumber(words, at, end)
    if (
      said === null ||
      isWritten(known, words.slice(said.from, end)) ||
      (said.isNow ? said.value === counter.now : counter.values.has(said.value))
    )
      return []
    return [spanOf(tokens.slice(said.from, Math.min(end + 2, tokens.length)), fact)]
  })
}

const UNREAL: ReadonlySet<string> = new Set(
  'if could would might can may should will for costs cost worth price wants until had was were offer offers than like as each every another first second third'.split(
    ' ',
  ),
)

function isNamedAt(words: readonly string[], at: number, { words: label }: Counter): boolean {
  return label.length > 0 && label.every((word, index) => isSameNoun(words[at + index] ?? '', word))
}

const isSameNoun = (one: string, other: string): boolean => singular(one) === singular(other)
const singular = (word: string): string => (word.length > 3 && !word.endsWith('ss') ? word.replace(/s$/, '') : word)

/** A price, say, that the author gives in these words. */
function isWritten({ folded }: Scene['known'], words: readonly string[]): boolean {
  return folded.includes(` ${words.join(' ')} `)
}

interface SaidNumber {
  readonly value: number
  /** Of now, not of some time in the turn. */
  readonly isNow: boolean
  readonly from: number
}

/** The number that is said of something between these positions. */
function saidNumber(words: readonly string[], from: number, to: number): SaidNumber | null {
  const after = words.slice(to, to + 5).join(' ')
  const before = words.slice(Math.max(0, from - 6), from)
  if (
    /^(?:are|is) (?:all )?(?:gone|spent|lost)\b/.test(after) &&
    /^(?:both|all|your|the|last)$/.test(before.at(-1) ?? '')
  )
    return { value: 0, isNow: true, from: from - 1 }
  if (before.at(-1) === 'no' && (/^(?:left|remain)/.test(after) || /\byou (?:now )?have no$/.test(before.join(' '))))
    return { value: 0, isNow: true, from: from - 1 }
  const isNone = /\b(?:not a single|without a single)$/.test(before.join(' '))
  if (isNone) return { value: 0, isNow: true, from: from - 1 }
  const grown = GROWN.exec(after)
  const level = grown === null ? null : readNumber(words.slice(to + grown[0].split(' ').length))
  if (level !== null) return { value: level.value, isNow: true, from }
  for (let length = Math.min(4, before.length); length > 0; length -= 1) {
    const start = from - length
    const number = readNumber(words.slice(start, from))
    if (number === null || number.length < length - 1) continue
    const lead = words.slice(Math.max(0, start - 4), start).join(' ')
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
    if (/^(?:is|isn't|are|aren't|was|would|buys?|will|for|each|apiece)\b/.test(after)) return null
    return { value: number.value, isNow: false, from: start }
  }
  return null
}

/** `goes up to three` */
const GROWN =
  /^(?:(?:goes|rises|drops|falls|climbs|sinks|is|are|stands) ){1}(?:now |up |down |back ){0,2}(?:to|at)(?= )/
