import { createText } from './createText.ts'

/** The endings that were found, and the paths that lead on. */
export const endingChoicesText = createText({
  plates: {
    label: 'Endings of this gamebook',
    foundNow: 'found now',
    notFound: 'Not found yet',
  },
  forks: {
    title: 'Try another path',
    hint: 'Go back to a fork. This ending stays as it is.',
    others: '{count, plural, one {# other was open.} other {# others were open.}}',
    from: 'From here',
    fromPlace: 'From here: {place}',
    beginning: 'At the beginning',
  },
})
