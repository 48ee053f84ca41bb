import { createText } from './createText.ts'

export const settingsText = createText({
  title: 'Story settings',
  back: 'Back to the story',
  budgets: 'Budgets: limit what models can spend',
  lead: {
    session: 'How the narrator writes this story. Changes take effect with the next answer.',
    defaults: 'How the narrator writes new stories. Stories you have started keep their settings.',
  },
  builtin: {
    session: 'The built-in narrator doesn’t use these settings. They apply if you choose a language model.',
    defaults: 'The built-in narrator doesn’t use these settings. They apply to language models.',
  },
  fixed: 'Set by the author',
  asWritten: 'As the gamebook says',
  person: {
    label: 'Person',
    first: 'First person (“I”)',
    second: 'Second person (“you”)',
    third: 'Third person (“she”, “he”, “they”)',
    hint: 'Second person, if the gamebook does not say.',
  },
  tense: {
    label: 'Tense',
    present: 'Present',
    past: 'Past',
    hint: 'Present, if the gamebook does not say.',
  },
  length: {
    label: 'Answer length',
    short: 'Short (about 60 words)',
    medium: 'Medium (about 120 words)',
    long: 'Long (about 250 words)',
    other: 'Another number of words',
    words: 'Words per answer',
    range: 'Enter a number from {min, number} to {max, number}.',
  },
  language: {
    label: 'Language',
    hint: 'Leave empty for the language of the gamebook.',
    placeholder: 'For example: German',
  },
  tone: {
    label: 'Tone',
    hint: 'A few words for how it should sound.',
    placeholder: 'For example: dry, tender, ominous',
  },
  content: {
    label: 'What to leave out or go easy on',
    hint: 'The model is asked to respect this, but it can make mistakes.',
    placeholder: 'For example: spiders, blood',
  },
  dialogue: {
    label: 'Dialogue',
    asNeeded: 'As each scene needs',
    little: 'Little',
    some: 'Some',
    much: 'A lot',
  },
  memory: {
    label: 'Memory',
    full: 'Full',
    fullHint: 'When the story outgrows the model, a journal and a summary replace its beginning.',
    journal: 'Journal only',
    journalHint: 'A journal of what happened replaces the beginning, and no summary is written.',
    off: 'Off',
    offHint: 'The whole story is sent. When it no longer fits, it can’t go on with this model.',
  },
  summaryModel: {
    label: 'Model for summaries',
    own: 'The story’s model',
    hint: 'A small model is enough.',
  },
  driftCheck: {
    label: 'Check answers',
    mark: 'Mark mistakes',
    markHint: 'A passage that contradicts the state of the story is underlined, with a correction below.',
    repair: 'Rewrite it once',
    repairHint:
      'An answer with a mistake is rewritten once, with the facts. You can still read the first version. Answers appear only when they are complete, and a rewrite costs as much as another answer.',
    off: 'Off',
    offHint: 'Answers aren’t checked against the state of the story.',
  },
  status: {
    saving: 'Saving…',
    saved: 'All changes are saved.',
    unsaved: 'Your last changes are not saved yet.',
  },
  useForNew: {
    button: 'Use these for new stories',
    done: 'New stories will use these settings.',
    see: 'Settings for new stories',
  },
})
