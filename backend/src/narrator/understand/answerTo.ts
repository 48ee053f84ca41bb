import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { findByLabel } from './findByLabel.ts'
import { fillSlots, type SlotValues } from './fill/fillSlots.ts'
import { choiceAt, ordinalIn } from './fill/ordinal.ts'
import { readBoolean } from './fill/readBoolean.ts'
import { readQuote } from './fill/readText.ts'
import { contentWords } from '../words/contentWords.ts'
import type { AskChoice, ClarifyIntent, Intent } from './intent.ts'
import type { DetailMatch } from './look/findDetails.ts'
import { toPlayerInput, type PlayerInput } from './playerInput.ts'
import { scoreOption } from './scoreOption.ts'
import { toCall } from './toCall.ts'

/** An intent that leaves a question open. */
export type OpenIntent = Extract<
  Intent,
  { readonly kind: 'clarify' | 'ambiguous' | 'possible' | 'which-ask' | 'which-detail' }
>

export function isOpen(intent: Intent): intent is OpenIntent {
  return OPEN.has(intent.kind)
}

const OPEN: ReadonlySet<Intent['kind']> = new Set<OpenIntent['kind']>([
  'clarify',
  'ambiguous',
  'possible',
  'which-ask',
  'which-detail',
])

/**
 * The intent of a message that answers an open question; null if it does not answer it.
 * @param alone the intent of the message without the question
 */
export function answerTo(open: OpenIntent, text: string, alone: Intent, scene: Scene): Intent | null {
  const input = toPlayerInput(text, scene)
  switch (open.kind) {
    case 'clarify':
      return complete(open, input, alone)
    case 'ambiguous':
      return alone.kind === 'call' ? null : pick(open.options, input)
    case 'possible':
      return agrees(input) ? toCall(open.option, fillSlots(open.option, input)) : null
    case 'which-ask':
      return alone.kind === 'call' ? null : pickTopic(open.choices, input)
    case 'which-detail':
      return pickDetail(open.choices, input)
  }
}

function pickTopic(choices: readonly AskChoice[], input: PlayerInput): Intent | null {
  const chosen = pickByName(choices, input, ({ speaker, label }) => [speaker.name, label ?? ''])
  return chosen === null ? null : toCall(chosen.option, fillSlots(chosen.option, input))
}

function pickDetail(choices: readonly DetailMatch[], input: PlayerInput): Intent | null {
  const chosen = pickByName(choices, input, ({ owner }) => [owner])
  return chosen === null ? null : { kind: 'detail', texts: [chosen.text] }
}

/** The choice that "the second one" means, or the only one of which the message has most words. */
function pickByName<Choice>(
  choices: readonly Choice[],
  input: PlayerInput,
  namesOf: (choice: Choice) => readonly string[],
): Choice | null {
  const index = ordinalIn(input)
  const byIndex = index === null ? undefined : choices[index]
  if (byIndex !== undefined) return byIndex
  const counts = choices.map((choice) => {
    const words = new Set(namesOf(choice).flatMap(contentWords))
    return { choice, count: input.stems.filter((word) => words.has(word)).length }
  })
  const [first, second] = counts.toSorted((left, right) => right.count - left.count)
  return first !== undefined && first.count > (second?.count ?? 0) ? first.choice : null
}

function complete(clarify: ClarifyIntent, input: PlayerInput, alone: Intent): Intent | null {
  const { option, args, open, call } = clarify
  const filled = withOrdinal(clarify, input, fillSlots({ ...option, slots: openSlots(clarify) }, input, true))
  const isMisfit = filled.open?.slot.name === open.slot.name && filled.open.invalidValue !== null
  if (!(open.slot.name in filled.args) && !isMisfit) return null
  const named = option.phrases.flat()
  const isMore = input.stems.some((word) => !filled.used.includes(word) && !named.includes(word))
  const isOther = isMore || (open.slot.type === 'text' && readQuote(input.text) === null)
  if (alone.kind === 'call' && isOther) return null
  return toCall({ ...option, call: { ...call, args } }, filled)
}

/** The slots without a value; the slot that was asked for keeps only the choices that were listed. */
function openSlots({ option, args, open }: ClarifyIntent): Option['slots'] {
  return option.slots
    .filter(({ name }) => !(name in args) || args[name] === null)
    .map((slot) => {
      const isAsked = slot.name === open.slot.name && slot.type === 'entity'
      return isAsked ? { ...slot, choices: open.choices ?? slot.choices } : slot
    })
}

/** Resolves "the second one", which names no value by its words. */
function withOrdinal({ open }: ClarifyIntent, input: PlayerInput, filled: SlotValues): SlotValues {
  const index = ordinalIn(input)
  const value = index === null || open.slot.name in filled.args ? undefined : choiceAt(open, index)
  if (value === undefined) return filled
  const isStillOpen = filled.open !== null && filled.open.slot.name !== open.slot.name
  return { ...filled, args: { ...filled.args, [open.slot.name]: value }, open: isStillOpen ? filled.open : null }
}

/** The listed option that the message fits best. */
function pick(options: readonly Option[], input: PlayerInput): Intent | null {
  const index = ordinalIn(input)
  const chosen = index === null ? undefined : options[index]
  const named = chosen ?? findByLabel(options, input.all)
  if (named !== null) return toCall(named, fillSlots(named, input))
  const [best, next] = options
    .map((option) => scoreOption(option, { ...input, verbKinds: [] }))
    .toSorted((left, right) => right.score - left.score)
  const isClear = best !== undefined && best.score >= FAINT && best.score > (next?.score ?? 0)
  return isClear ? toCall(best.option, best.filled) : null
}

const FAINT = 0.25

function agrees(input: PlayerInput): boolean {
  const answer = readBoolean(input)
  return answer?.kind === 'value' && answer.value === true
}
