import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { fillSlots, type Filled } from './fill/fillSlots.ts'
import { choiceAt, ordinalIn } from './fill/ordinal.ts'
import { readBoolean } from './fill/readBoolean.ts'
import { readQuote } from './fill/readText.ts'
import type { ClarifyIntent, Intent } from './intent.ts'
import { toPlayerInput, type PlayerInput } from './playerInput.ts'
import { scoreOption } from './scoreOption.ts'
import { toCall } from './toCall.ts'

/** What leaves the player something to say. */
export type OpenIntent = Extract<Intent, { readonly kind: 'ask' | 'which' | 'could' }>

export function isOpen(meaning: Intent): meaning is OpenIntent {
  return meaning.kind === 'ask' || meaning.kind === 'which' || meaning.kind === 'could'
}

/**
 * What words come to as the answer to what was left open before; null where they do not answer it.
 * @param fresh what they come to by themselves
 */
export function answerTo(open: OpenIntent, text: string, fresh: Intent, scene: Scene): Intent | null {
  const words = toPlayerInput(text, scene)
  switch (open.kind) {
    case 'ask':
      return complete(open, words, fresh)
    case 'which':
      return fresh.kind === 'call' ? null : pick(open.options, words)
    case 'could':
      return agrees(words) ? toCall(open.option, fillSlots(open.option, words)) : null
  }
}

function complete(asked: ClarifyIntent, words: PlayerInput, fresh: Intent): Intent | null {
  const { option, args, open, call } = asked
  const filled = withOrdinal(asked, words, fillSlots({ ...option, slots: slotsLeft(asked) }, words, true))
  const isMisfit = filled.open?.slot.name === open.slot.name && filled.open.misfit !== null
  if (!(open.slot.name in filled.args) && !isMisfit) return null
  const named = option.phrases.flat()
  const isMore = words.stems.some((word) => !filled.used.includes(word) && !named.includes(word))
  const isOther = isMore || (open.slot.type === 'text' && readQuote(words.text) === null)
  if (fresh.kind === 'call' && isOther) return null
  return toCall({ ...option, call: { ...call, args } }, filled)
}

/** Those that were not said before; of what was asked, the choices that were read out. */
function slotsLeft({ option, args, open }: ClarifyIntent): Option['slots'] {
  return option.slots
    .filter(({ name }) => !(name in args) || args[name] === null)
    .map((slot) => {
      const isAsked = slot.name === open.slot.name && slot.type === 'entity'
      return isAsked ? { ...slot, choices: open.choices ?? slot.choices } : slot
    })
}

/** "The second one" says a value that no word of it does. */
function withOrdinal({ open }: ClarifyIntent, words: PlayerInput, filled: Filled): Filled {
  const index = ordinalIn(words)
  const value = index === null || open.slot.name in filled.args ? undefined : choiceAt(open, index)
  if (value === undefined) return filled
  const isStillOpen = filled.open !== null && filled.open.slot.name !== open.slot.name
  return { ...filled, args: { ...filled.args, [open.slot.name]: value }, open: isStillOpen ? filled.open : null }
}

/** Of several that were named, the one that the words fit best. */
function pick(options: readonly Option[], words: PlayerInput): Intent | null {
  const index = ordinalIn(words)
  const chosen = index === null ? undefined : options[index]
  if (chosen !== undefined) return toCall(chosen, fillSlots(chosen, words))
  const [best, next] = options
    .map((option) => scoreOption(option, { ...words, verbKinds: [] }))
    .toSorted((left, right) => right.score - left.score)
  const isClear = best !== undefined && best.score >= FAINT && best.score > (next?.score ?? 0)
  return isClear ? toCall(best.option, best.filled) : null
}

const FAINT = 0.25

function agrees(words: PlayerInput): boolean {
  const answer = readBoolean(words)
  return answer?.kind === 'value' && answer.value === true
}
