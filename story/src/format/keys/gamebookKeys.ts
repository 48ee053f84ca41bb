import type { Keys } from './key.ts'
import { ANYTHING, definition, listOf, NULLABLE_TEXT, TEXT } from './shapes.ts'

/** The sections of the prompt, in their order. */
export const promptSections: Keys = {
  role: { shape: NULLABLE_TEXT, text: 'Who the narrator is.' },
  goal: { shape: NULLABLE_TEXT, text: 'What the narrator should do.' },
  rules: { shape: NULLABLE_TEXT, text: 'Rules that the narrator must follow.' },
  format: { shape: NULLABLE_TEXT, text: 'How an answer is laid out.' },
  style: { shape: NULLABLE_TEXT, text: 'How an answer is written.' },
  language: { shape: NULLABLE_TEXT, text: 'Which language the narrator uses.' },
  opening: { shape: NULLABLE_TEXT, text: 'The message that asks for the first answer.' },
}

export const gamebookKeys: Keys = {
  title: { shape: TEXT, isRequired: true, text: 'Shown to readers, never sent to the model.' },
  description: { shape: NULLABLE_TEXT, text: 'Shown to readers, and sent to the model as the summary of the story.' },
  author: { shape: NULLABLE_TEXT, text: 'Shown to readers, never sent to the model.' },
  image: { shape: NULLABLE_TEXT, text: "The cover: an image in the gamebook's folder." },
  prompt: { shape: definition('prompt'), text: 'Replaces sections of the prompt; null removes one.' },
  entity_types: { shape: listOf(definition('entityType')), text: 'The types of everything in the story.' },
}

/** Older programs wrote them. The id of a gamebook is the name of its folder. */
export const ignoredKeys: Keys = {
  id: { shape: ANYTHING, text: 'Ignored.' },
  source: { shape: ANYTHING, text: 'Ignored.' },
}
