import type { ChoiceView } from '@llm-gamebook/story'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { stem } from '../words/stem.ts'
import { toPlayerInput } from './playerInput.ts'
import { scoreOption } from './scoreOption.ts'

/** "Take everything" and "take the rope and the lamp" are one wish for each thing; any other clause is itself. */
export function spellOutAll(clause: string, scene: Scene): readonly string[] {
  const bare = clause.replace(ALL, ' ')
  const things = thingsOf(bestHandling(bare, scene))
  if (bare !== clause) return things.length === 0 ? [clause] : things.map((thing) => `${bare} ${nameOf(thing)}`)
  const named = things.filter((thing) => isNamedApart(thing, things, contentWords(clause)))
  if (named.length < 2) return [clause]
  const used = new Set(named.flatMap((thing) => contentWords(nameOf(thing))))
  const rest = clause
    .split(/\s+/)
    .filter((word) => !used.has(stem(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))))
    .join(' ')
  return named.map((thing) => `${rest} ${nameOf(thing)}`)
}

/** What the words would do with a thing, if they do anything with one. */
function bestHandling(text: string, scene: Scene): Option | null {
  const words = toPlayerInput(text, scene)
  const [best] = scene.options
    .filter(({ action, reason }) => reason === null && action?.startsWith('item/') === true)
    .map((option) => scoreOption(option, words))
    .toSorted((left, right) => right.score - left.score)
  return best !== undefined && best.score >= LIKELY ? best.option : null
}

function thingsOf(option: Option | null): readonly ChoiceView[] {
  const slot = option?.slots.find(({ name }) => name === 'item')
  return slot?.type === 'entity' ? slot.choices.slice(0, MOST) : []
}

/** By a word that no other thing has. */
function isNamedApart(thing: ChoiceView, things: readonly ChoiceView[], said: readonly string[]): boolean {
  const others = things.filter((other) => other !== thing).flatMap((other) => contentWords(nameOf(other)))
  return contentWords(nameOf(thing)).some((word) => said.includes(word) && !others.includes(word))
}

function nameOf({ id, name }: ChoiceView): string {
  return name ?? id
}

const ALL =
  /(?:^|\s)(?:everything|all(?: of)?(?: (?:the|my|these|those) \p{L}+)?(?: (?:it|them))?|both)(?=\s|[.!?]*$)/iu
const LIKELY = 0.4
/** A turn has only so many steps. */
const MOST = 6
