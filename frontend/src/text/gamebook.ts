import { createText } from './createText.ts'

export const gamebookText = createText({
  author: 'by {author}',
  facts: {
    language: 'Language: {language}',
    license: 'License: {license}',
  },
  contentWarnings: 'Content warnings:',
  start: {
    first: 'Start',
    again: 'Start a new session',
    emptyAnswer: 'Leave a field empty to keep the suggestion.',
    notPlayable: 'This gamebook has errors. Fix them in its file before you play.',
    sessionsContinue: 'Your sessions continue with the last version that could be played.',
  },
  sessions: {
    title: 'Your sessions',
    ended: 'Ended: {ending}',
    beginning: 'At the beginning',
    older: 'Show older sessions',
  },
  endings: {
    title: 'Endings',
    found: '{found, number} of {total, number} found',
    more: 'and {count, number} more',
  },
  problems: {
    title: '{count, plural, one {# problem} other {# problems}} in this gamebook',
    error: 'Error',
    warning: 'Warning',
    note: 'Note',
    positionInFile: '{file}, line {line}, column {column}',
    position: 'line {line}, column {column}',
  },
  check: {
    title: 'Check this gamebook (for authors: contains spoilers)',
    running: 'Exploring every possible play-through…',
    hasErrors: 'Fix the errors first, then check again.',
    warnings: '{count, plural, =0 {No problems found.} one {# warning.} other {# warnings.}}',
    complete: 'The search was complete: {states, plural, one {# state} other {# states}}.',
    incomplete:
      'The search was incomplete ({states, plural, one {# state} other {# states}}): what it did not find may still exist.',
    steps: 'Shortest steps to reproduce',
    reached: 'at least {count, plural, one {# step} other {# steps}}',
    notReached: 'not reached',
  },
})
