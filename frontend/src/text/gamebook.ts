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
    settings: 'Story settings',
    notPlayable: 'This gamebook has errors. Fix them in its file before you play.',
    sessionsContinue: 'Your sessions continue with the last version that could be played.',
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
    running: 'Exploring what players can do…',
    progress: 'Progress of the check',
    cancel: 'Cancel',
    canceled: 'The check was canceled.',
    again: 'Check again',
    hasErrors: 'Fix the errors first, then check again.',
    problems: 'Problems',
    open: 'Not known',
    moreOpen: 'and {count, plural, one {# more question} other {# more questions}}',
    endings: 'Endings',
    steps: 'Steps to reproduce',
    interrupted: {
      detail: 'The connection was lost before the check was done.',
      hint: 'Make sure the server is running, then check again.',
    },
  },
})
