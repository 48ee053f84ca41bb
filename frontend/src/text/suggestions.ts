import { createText } from './createText.ts'

/** What can be done now, below the newest answer. */
export const suggestionText = createText({
  title: 'Suggestions',
  group: {
    go: 'Go',
    take: 'Take',
    talk: 'Talk',
    do: 'Do',
  },
  more: '{count, plural, one {# more} other {# more}}',
  closed: 'Closed:',
  whyNot: 'Why not?',
  whyNotOf: 'Why not? {label}',
  pressEnter: '{label}. Press Enter to do it, or type on.',
  range: '{min, number} to {max, number}',
  choose: 'Choose…',
  cancel: 'Cancel',
  said: '{label}: {values}',
  moved: 'It is up to date now. Choose again.',
})
