import { findHandling, type ChoiceView } from '@llm-gamebook/story'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { stem } from '../words/stem.ts'
import { toPlayerInput } from './playerInput.ts'
import { scoreOption } from './scoreOption.ts'

/** Turns "take everything" and "take the rope and the lamp" into one wish per item; other clauses stay unchanged. */
export function spellOutAll(clause: string, scene: Scene): readonly string[] {
  const bare = clause.replace(ALL, ' ').replace(WHATEVER, '')
  const items = itemsOf(bestItemOption(bare, scene))
  if (bare !== clause) return items.length === 0 ? [clause] : items.map((item) => `${bare} ${nameOf(item)}`)
  const named = items.filter((item) => isNamedUniquely(item, items, contentWords(clause)))
  if (named.length < 2) return [clause]
  const used = new Set(named.flatMap((item) => contentWords(nameOf(item))))
  const rest = clause
    .split(/\s+/)
    .filter((word) => !used.has(stem(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))))
    .join(' ')
  return named.map((item) => `${rest} ${nameOf(item)}`)
}

/** The item option that the text fits best, if any does. */
function bestItemOption(text: string, scene: Scene): Option | null {
  const input = toPlayerInput(text, scene)
  const [best] = scene.options
    .filter(({ action, reason }) => reason === null && findHandling(action ?? '') !== null)
    .map((option) => scoreOption(option, input))
    .toSorted((left, right) => right.score - left.score)
  return best !== undefined && best.score >= MIN_SCORE ? best.option : null
}

function itemsOf(option: Option | null): readonly ChoiceView[] {
  const slot = option?.slots.find(({ name }) => name === 'item')
  return slot?.type === 'entity' ? slot.choices.slice(0, MAX_ITEMS) : []
}

/** Whether the stems contain a word of this item that no other item has. */
function isNamedUniquely(item: ChoiceView, items: readonly ChoiceView[], stems: readonly string[]): boolean {
  const others = items.filter((other) => other !== item).flatMap((other) => contentWords(nameOf(other)))
  return contentWords(nameOf(item)).some((word) => stems.includes(word) && !others.includes(word))
}

function nameOf({ id, name }: ChoiceView): string {
  return name ?? id
}

const ALL =
  /(?:^|\s)(?:everything|all(?: of)?(?: (?:the|my|these|those) \p{L}+)?(?: (?:it|them))?|both)(?=\s|[.!?]*$)/iu
/** "Whatever is under it" */
const WHATEVER = /\bwhat(?:ever)? (?:is|lies) .*$/i
const MIN_SCORE = 0.4
/** Keeps the calls below the step limit of a turn. */
const MAX_ITEMS = 6
