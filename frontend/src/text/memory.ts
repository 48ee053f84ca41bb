import { createText } from './createText.ts'

/** The page that shows what a session's narrator is sent. */
export const memoryText = createText({
  title: 'What the narrator knows',
  back: 'Back to the story',
  next: 'What would be sent now, word for word',
  lead: {
    model:
      'This is what is sent to {name} with your next message. When space runs out, old turns are kept as facts, so nothing that happened is lost.',
    off: 'This is what is sent to {name} with your next message. Memory is off for this session: every turn is sent word for word, and a story that gets too long can’t go on.',
    begin: 'The story has not begun. After its opening, this page shows what is sent to {name}.',
    builtin:
      'The built-in narrator reads the story itself and needs no memory. Your note and pins are kept for other narrators.',
    none: 'No model can narrate this story. Add one under <link>Models</link> to see what is sent to it.',
  },
  marked:
    '{count, plural, one {# passage has a correction. The narrator gets the correction with it.} other {# passages have corrections. The narrator gets the corrections with them.}}',
  bar: {
    label: '{used, number} of {budget, number} tokens',
    rules: 'Rules and story {tokens, number}',
    memory: 'Memory {tokens, number}',
    turns: 'Your last turns {tokens, number}',
    moment: 'This moment {tokens, number}',
    free: 'Free {tokens, number} of {budget, number} tokens',
    window:
      '{source, select, config {The model’s settings say that it reads {window, number} tokens.} provider {Its provider says that it reads {window, number} tokens.} table {This model is known to read {window, number} tokens.} other {The size of its context window is unknown, so {window, number} tokens are assumed. You can set it in the model’s settings.}} Part of that is kept free for the answer. All counts are estimates.',
  },
  sent: {
    title: 'Sent',
    total: '{tokens, number} tokens',
    turns: 'Turns {from, number} to {to, number}',
    turn: 'Turn {turn, number}',
    turnsReason: 'word for word',
    rules: 'Rules of the story',
    rulesReason: 'the same for the whole session',
    tools: 'What the narrator can ask the engine to do',
    toolsReason: 'grows as the story does',
    state: 'Where you are, what you carry',
    stateReason: 'this moment only',
    actions: 'What can be done now',
    actionsReason: 'this moment only',
    summary: 'The story so far',
    summaryReason:
      '{words, plural, one {# word} other {# words}}, {source, select, player {in your words} other {summarized}}',
    facts: 'What happened, as facts',
    factsReason: 'exact, as the engine recorded them',
    notes:
      '{pins, plural, =0 {Your note} one {# pin{note, select, yes { and your note} other {}}} other {# pins{note, select, yes { and your note} other {}}}}',
    notesReason: 'until you remove them',
  },
  leftOut: {
    title: 'Not sent',
    turns: '{subject}, word for word',
    turnsReason: 'Too long ago: kept as facts. Pin a sentence to keep its words.',
    tokens: '{tokens, number}',
    facts: '{count, plural, one {# fact} other {# facts}}',
    factsReason: 'They don’t fit. The newest of each kind are sent.',
    summary: 'The summary',
    summaryReason: 'Its turns are still sent word for word, or the settings leave it out.',
    pins: '{count, plural, one {# pin} other {# pins}}',
    pinsReason: 'Pinned in a version that is not part of the story now.',
    versions: '{count, plural, one {# message} other {# messages}}',
    versionsReason: 'Undone, or a version you did not keep.',
    secrets: 'What the story keeps secret',
    secretsReason: 'until you find it out',
  },
  facts: {
    title: 'Facts from the turns that are left out',
  },
  summary: {
    title: 'The story so far',
    none: 'There is no summary yet. When space runs out, one is written for you.',
    forgotten: 'The summary was removed. A new one may be written when space runs out.',
    covers:
      '{turns, plural, one {Covers the first turn.} other {Covers the first # turns.}} {source, select, player {You wrote it.} other {A model wrote it.}}',
    write: 'Write one',
    edit: 'Edit',
    label: 'The story so far, for the narrator',
    counts: 'Takes effect with your next message.',
    forget: 'Remove',
    question: 'Remove this summary? The facts stay.',
    keep: 'Keep it',
    close: 'Close',
  },
  pins: {
    title: 'Pins',
    none: 'Press Pin below an answer and choose a sentence: the narrator always gets it.',
    rule: 'A pin belongs to its message. If you undo the message or choose another version of it, the pin is not sent.',
    notSent: 'Not sent: its message is not part of the story now.',
    remove: 'Remove',
    removeLabel: 'Remove the pin “{text}”',
  },
  note: {
    title: 'Your note',
    label: 'Note to the narrator',
    hint: 'The narrator gets it with each message. It can’t change what the engine decides.',
    save: 'Save',
    saved: 'Saved.',
    discard: 'Discard changes',
    tooLong: '{length, number} of {limit, number} characters. Shorten it to save it.',
    kept: 'Not saved yet. What you typed is kept.',
  },
})
