import { createText } from './createText.ts'

export const budgetText = createText({
  title: 'Budgets',
  lead: 'Limit what language models can spend. A request that could go over a limit is not sent.',
  backToStory: 'Back to the story',
  none: 'No budgets yet. Nothing limits what models can spend.',
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
  reserved: '{amount} reserved for requests in progress',
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
  confirmDelete: 'Delete this budget? Its count is lost.',
  new: {
    title: 'New budget',
    scope: 'Applies to',
    scopes: { session: 'Each session', day: 'Each day', month: 'Each month' },
    unit: 'What to limit',
    units: { money: 'Money', tokens: 'Tokens', turns: 'Turns' },
    limit: 'Limit',
    hint: {
      money: 'In US dollars. Models without a price in US dollars can’t be used while this budget exists.',
      tokens: 'Input and output tokens, added up.',
      turns: 'Openings, messages and retries answered by a language model.',
    },
    create: 'Create budget',
  },
  note: {
    warning: '{percent, number}% of the budget of {budget} is used.',
    usedUp: 'The budget of {budget} is used up.',
  },
})
