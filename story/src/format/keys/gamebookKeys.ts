import { findingCodes } from '../../gamebook/findingCodes.ts'
import { namesOf, type Keys } from './key.ts'
import {
  anyOf,
  ANYTHING,
  BOOLEAN,
  closedMapping,
  CONDITION,
  definition,
  listOf,
  mappingFrom,
  NULLABLE_TEXT,
  OFF,
  oneOf,
  TEXT,
} from './shapes.ts'

export const improvisations = ['none', 'flavor'] as const
export const findingLevels = ['off', 'note', 'warning'] as const

/** The sections of the prompt, in their order. */
export const promptSections: Keys = {
  role: { shape: NULLABLE_TEXT, text: 'Who the narrator is.' },
  goal: { shape: NULLABLE_TEXT, text: 'What the narrator should do.' },
  rules: { shape: NULLABLE_TEXT, text: 'Rules that the narrator must follow.' },
  format: { shape: NULLABLE_TEXT, text: 'How an answer is laid out.' },
  style: { shape: NULLABLE_TEXT, text: 'How an answer is written.' },
  language: { shape: NULLABLE_TEXT, text: 'Which language the narrator uses.' },
  person: { shape: NULLABLE_TEXT, text: 'The person in which the story is narrated. If absent, the player chooses.' },
  tense: { shape: NULLABLE_TEXT, text: 'The tense of the story. If absent, the player chooses.' },
  length: { shape: NULLABLE_TEXT, text: 'How long an answer is. If absent, the player chooses.' },
  content: {
    shape: NULLABLE_TEXT,
    text: 'What an answer leaves out or goes easy on. If absent, the player chooses.',
  },
  dialogue: { shape: NULLABLE_TEXT, text: 'How much people speak. If absent, the player chooses.' },
  opening: { shape: NULLABLE_TEXT, text: 'The message that asks for the first answer.' },
}

export const gamebookKeys: Keys = {
  title: { shape: TEXT, isRequired: true, text: 'Shown to readers, never sent to the model.' },
  description: { shape: NULLABLE_TEXT, text: 'Shown to readers, and sent to the model as the summary of the story.' },
  author: { shape: NULLABLE_TEXT, text: 'Shown to readers, never sent to the model.' },
  image: { shape: NULLABLE_TEXT, text: "The cover: an image in the gamebook's folder." },
  language: { shape: TEXT, default: 'en', text: 'The language of the texts, as a BCP 47 tag: en, de, pt-BR.' },
  content_warnings: { shape: listOf(TEXT), text: 'What players should know before they start.' },
  license: { shape: TEXT, text: 'The terms under which the gamebook may be shared.' },
  improvisation: {
    shape: anyOf(oneOf(improvisations), closedMapping({ fields: listOf(TEXT) })),
    default: 'flavor',
    text: 'How far a model may improvise when no function covers what the player does.',
  },
  suggestions: { shape: OFF, text: 'Turns off suggestions for players.' },
  invariants: {
    shape: listOf(definition('invariant')),
    text: 'Conditions that must be true at the start and after every call.',
  },
  goals: { shape: listOf(definition('goal')), text: 'Conditions that must be possible to meet.' },
  checks: {
    shape: mappingFrom(namesOf(findingCodes), anyOf(oneOf(findingLevels), OFF)),
    text: 'The severity of findings in this gamebook, by code.',
  },
  prompt: { shape: definition('prompt'), text: 'Replaces sections of the prompt; null removes one.' },
  entity_types: { shape: listOf(definition('entityType')), text: 'The types of everything in the story.' },
}

export const invariantKeys: Keys = {
  name: { shape: TEXT, text: 'Its name in findings; the condition if absent.' },
  condition: { shape: CONDITION, isRequired: true, text: 'The condition.' },
}

export const goalKeys: Keys = {
  ...invariantKeys,
  always: {
    shape: BOOLEAN,
    default: false,
    text: 'Whether it must remain possible in every state before the story ends.',
  },
}

/** Older programs wrote them. The id of a gamebook is the name of its folder. */
export const ignoredKeys: Keys = {
  id: { shape: ANYTHING, text: 'Ignored.' },
  source: { shape: ANYTHING, text: 'Ignored.' },
}
