import { createText } from './createText.ts'

/** What a model costs. */
export const pricesText = createText({
  title: 'Prices and cost',
  spent: 'So far: {cost} in {turns, plural, one {# turn} other {# turns}}.',
  spentUnknown: 'So far: {turns, plural, =0 {not used} one {# turn} other {# turns}}.',
  short: '{input} in, {output} out',
  perMillion: 'for a million tokens',
  unknown: 'price unknown',
  set: 'Set a price',
  none: 'The price of this model is unknown, so its costs are, too. If you enter prices, costs are known from the next request.',
  known:
    'A million tokens cost {input} to send{cached, select, none {} other {, {cached} from the cache}} and {output} to write.',
  source: {
    own: 'You entered these prices.',
    provider: 'These prices are from the provider’s model list.',
    table: 'These prices were written down in {date} and may have changed since.',
  },
  page: 'The provider’s prices',
  edit: 'Enter prices',
  change: 'Change',
  remove: 'Remove my prices',
  save: 'Save prices',
  cancel: 'Cancel',
  field: {
    currency: 'Currency',
    currencyHint: 'Its code, such as USD or EUR.',
    input: 'Sent',
    cachedInput: 'Sent, from the cache',
    cacheWrite: 'Sent, written to the cache',
    output: 'Written',
    outputHint: 'Thinking counts as written.',
    perMillion: 'for a million tokens',
    optional: 'If it is empty, these cost as much as others.',
    number: 'Enter a number.',
  },
  turn: {
    about:
      'A turn costs about {cost} at first, {source, select, own {with your prices} provider {with the provider’s prices} other {with the price table of this version}}.',
    later: 'It grows with the story; what the provider has cached costs less.',
    unknown: 'The price of this model is unknown. <link>Set a price</link>',
  },
})
