import { createText } from './createText.ts'

export const libraryText = createText({
  title: 'Gamebooks',
  allGamebooks: 'All gamebooks',
  moreGamebooks: 'More gamebooks',
  empty: 'No gamebooks yet. Put one in your gamebooks folder, then reload the page.',
  welcome: {
    open: 'Open the gamebook',
    note: 'A gamebook is a story that answers you: type what you do, in your own words. No setup, no account.',
  },
  lastSession: {
    continue: 'Continue reading',
    reread: 'Reread the ending',
  },
  progress: {
    problems: '{count, plural, one {# problem} other {# problems}} to fix first',
    notPlayed: 'Not played yet',
    ownNotPlayed: 'Yours, not played yet',
    sessions: '{count, plural, one {# session} other {# sessions}}',
    endings: '{found, number} of {total, number} endings found',
  },
})
