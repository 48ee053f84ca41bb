import { createText } from './createText.ts'

/** What a model costs. */
export const pricesText = createText({
  title: 'Prices and cost',
  spent: 'So far: {cost} for {requests, plural, one {# request} other {# requests}}.',
  spentUnknown: 'So far: {requests, plural, =0 {not used} one {# request} other {# requests}}.',
  short: '{input} in, {output} out',
  perMillion: 'per million tokens',
  unknown: 'price unknown',
  set: 'Set a price',
  none: 'The price of this model is unknown, and so is what it costs. Once you enter prices, each new request has a cost.',
  known:
    'Per million tokens: {input} sent{cached, select, none {} other {, {cached} sent from the cache}}, {output} written.',
  source: {
    own: 'You entered these prices.',
    provider: 'These prices are from the provider’s model list.',
    table: 'These prices are from {date} and may have changed since.',
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
    perMillion: 'per million tokens',
    optional: 'If left empty, these cost as much as other sent tokens.',
    number: 'Enter a number.',
  },
  turn: {
    about:
      'A turn costs about {cost} at first, based on {source, select, own {your prices} provider {the provider’s prices} other {this version’s price table}}.',
    later: 'The cost grows with the story. What the provider has cached costs less.',
    unknown: 'The price of this model is unknown. <link>Set a price</link>',
  },
})
