export interface Exception {
  /** The file, or the end of its path. */
  readonly path: string
  readonly text: RegExp
  readonly reason: string
}

/** The only places where a dropped pattern may stay. At most twenty. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    path: 'backend/src/narrator/prose/alternatives.ts',
    text: /\bsomebody\b/,
    reason: 'Words of authors that the built-in narrator recognizes.',
  },
  {
    path: 'backend/src/narrator/understand/findSubject.ts',
    text: /\bsomebody\b/,
    reason: 'Words of players that the built-in narrator recognizes.',
  },
  {
    path: 'backend/src/narrator/words/verbs.ts',
    text: /\b(tell|mend)\b/,
    reason: 'Verbs of players that the built-in narrator recognizes.',
  },
  {
    path: 'backend/src/narrator/narration/stock.ts',
    text: /\blets? (?:it|that|the)\b/,
    reason: 'Prose of the story: the player or a person does nothing.',
  },
  {
    path: 'backend/src/narrator/understand/sentence/wordClasses.ts',
    text: /\bnobody\b|\bsomebody\b/,
    reason: 'Words of players that the built-in narrator recognizes.',
  },
  {
    path: 'story/src/prompt/sections.ts',
    text: /interactive story|state of this turn|let the story show/,
    reason: 'Instructions for the model: telling a story is its task.',
  },
  {
    path: 'frontend/src/text/models.ts',
    text: /^Let a language model tell the story/,
    reason: 'An invitation: telling a story is what a narrator does.',
  },
  {
    path: 'docs/played-session.md',
    text: /^(Your grandmother|You |This time you|… The book|"Excuse me,"|\*Tides, |A library does not|The sea |- Ending:)/,
    reason: 'Prose of the story, as a model wrote it.',
  },
  {
    path: '.ts',
    text: /^(splitWords|contentWords|numberInWords|countWords)$/,
    reason: 'These names are about single words, not about texts.',
  },
]
