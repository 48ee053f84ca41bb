import { createText } from './createText.ts'

/** How long the text of requests is kept. */
export const keptRequestsText = createText({
  title: 'What was sent to models',
  lead: 'The app keeps the text of each request on your server, so you can see what was sent. Tokens and costs are always kept.',
  label: 'Keep the text of requests',
  '30-days': '30 days',
  '30-daysHint': 'Older texts are removed.',
  always: 'Always',
  alwaysHint: 'Until their session is deleted.',
  never: 'Never',
  neverHint: 'All texts are removed now, and none are kept.',
  now: '{requests, plural, =0 {No texts are kept now.} one {The text of # request is kept now ({bytes}).} other {The texts of # requests are kept now ({bytes}).}}',
  remove: 'Remove them now',
  question:
    'Remove the {requests, plural, one {text of # request} other {texts of # requests}}? You can’t see what was sent afterward. Tokens and costs are kept.',
  confirm: 'Remove',
  keep: 'Keep them',
})
