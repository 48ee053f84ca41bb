import type { Gamebook } from '../gamebook/gamebook.ts'

/** The author's text for a section, else the built-in one; null if the section is left out. */
export function sectionText({ prompt }: Gamebook, key: SectionKey): string | null {
  const text = (prompt.has(key) ? prompt.get(key) : BUILT_IN[key])?.trim() ?? ''
  return text === '' ? null : text
}

export type SectionKey = 'role' | 'goal' | 'rules' | 'format' | 'style' | 'language' | 'opening'

const BUILT_IN: Readonly<Record<SectionKey, string | null>> = {
  role: 'You are the narrator of an interactive story that is told turn by turn.',
  goal: 'Tell what happens next, from the state of this turn, so that the player is drawn into it.',
  rules:
    "What the player's character does, thinks and says is the player's alone: do not decide it, and do not ask for it. " +
    'Change nothing that the state does not say: no new ways out, things, people, numbers or dice. ' +
    'When something is refused, let the story show why, with the reason given.',
  format: 'Prose in Markdown, no headings, little emphasis, 50 to 150 words.',
  style: null,
  language: null,
  opening:
    'Open the story: introduce the main character by two or three telling traits, set the scene, and end where the player must answer.',
}

export const ENGINE_SECTION =
  "The engine keeps the state; functions are the only way to change it. If the player's words ask for what a function does, " +
  'call it, write nothing else in that answer, and narrate from its result. If none fits, narrate. ' +
  'Never claim a change that no result confirms.'

/** How the narrator uses the author's words, in results of calls and in the state of a turn. */
export const NARRATIONS_RULE =
  "`narrations` in a result, and the section The author's words for this moment, are the author's own text: use it, in the language " +
  'of the story and in its order; you may add to it, but not contradict it.'
