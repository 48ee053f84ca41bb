import { createText } from './createText.ts'

export const budgetText = createText({
  title: 'Budgets',
  lead: 'Limits on what requests to language models may spend. A request that could exceed one is not sent.',
  backToStory: 'Back to the story',
  none: 'No budgets yet: nothing limits what is spent.',
  limit: {
    session: {
      money: '{amount} a session',
      tokens: '{count, plural, one {# token} other {# tokens}} a session',
      turns: '{count, plural, one {# turn} other {# turns}} a session',
    },
    day: {
      money: '{amount} a day',
      tokens: '{count, plural, one {# token} other {# tokens}} a day',
      turns: '{count, plural, one {# turn} other {# turns}} a day',
    },
    month: {
      money: '{amount} a month',
      tokens: '{count, plural, one {# token} other {# tokens}} a month',
      turns: '{count, plural, one {# turn} other {# turns}} a month',
    },
  },
  used: '{used} of {limit} used',
  eachSession: 'The limit applies to each session separately.',
  reserved: '{amount} reserved by requests that are running',
  startsOver: 'Starts over on {date}.',
  usedUp: 'Used up',
  warning: 'Nearly used up',
  change: 'Change limit',
  changeLabel: 'Change limit: {budget}',
  newLimit: 'New limit',
  save: 'Save',
  cancel: 'Cancel',
  delete: 'Delete',
  deleteLabel: 'Delete {budget}',
  confirmDelete: 'Delete this budget? What it has counted is lost.',
  new: {
    title: 'New budget',
    scope: 'Counts for',
    scopes: { session: 'Each session', day: 'Each day', month: 'Each month' },
    unit: 'Limits',
    units: { money: 'Money', tokens: 'Tokens', turns: 'Turns' },
    limit: 'Limit',
    hint: {
      money: 'In US dollars. Models without a price in US dollars can’t be used then.',
      tokens: 'Input and output tokens together.',
      turns: 'Openings, messages and retries that a language model answers.',
    },
    create: 'Create budget',
  },
  note: {
    warning: '{percent, number}% of the budget of {budget} is used.',
    usedUp: 'The budget of {budget} is used up.',
  },
})
