import type { FindingEntries } from './findingEntry.ts'
import { endingKey } from './settings.ts'

const ENDING = 'ending: {title: The light, kind: good, text: The ship comes in.}'

/** Findings about how a story ends, and whether it can. */
export const endingEntries: FindingEntries = {
  'bad-expectation': {
    what: 'The keys "x-min-steps" and "x-requires-visit" say what you expect of an ending. The checker can\'t use this value.',
    why: 'Your expectation is not checked, so you would not notice a shortcut.',
    fix: 'Put the keys on a node. "x-min-steps" is a whole number from 0, "x-requires-visit" is the id of a node or a list of ids.',
    setting: endingKey('x-min-steps: 3'),
    wrong: 'x-min-steps: three',
    right: 'x-min-steps: 3',
  },
  'ending-repeats-description': {
    what: 'A sentence of the text of an ending, or several words in a row, is also in the description or the "first_visit" of its node.',
    why: 'Players read both, one after the other, so they read the sentence twice.',
    fix: 'Write in the description where the player is, and in the text how the story ends.',
    wrong: 'ending: {title: The light, kind: good, text: A harbor full of people.}',
    right: ENDING,
  },
  'ending-too-cheap': {
    what: 'A node can be reached with fewer calls than "x-min-steps", or without a visit that "x-requires-visit" names.',
    why: "There is a shortcut that you didn't intend. The steps of the finding show it.",
    fix: 'Close the shortcut with a condition, or change your expectation.',
    setting: endingKey('x-min-steps: 8'),
    wrong: 'edges: [house, {to: gallery, narrate: You climb.}]',
    right: 'edges: [house, {to: gallery, enabled: player.rested, narrate: You climb.}]',
  },
  'ending-very-near': {
    what: 'One or two calls lead from the start to an ending that is not bad, although the gamebook has eight nodes or more. In a gamebook without endings, the last nodes of its plots count.',
    why: "A model may make these calls at once, and then the story is over before it has begun. Bad endings don't count: an early death is usual.",
    fix: 'Add a condition to what leads there. If it is intended, add "x-min-steps: 1" to the node of the ending.',
    wrong: 'edges: [shore, {to: home, label: sail home}]',
    right: 'edges: [shore, {to: home, enabled: lamp.lit, label: sail home}]',
  },
  'no-ending': {
    what: 'No node is an ending, and no effect is "core/end-game".',
    why: 'The story never comes to its end, and players never learn that they are done.',
    fix: 'Give at least one node an "ending". For a place to explore without end, write "checks: {no-ending: off}".',
    wrong: 'description: A harbor full of people.',
    right: `description: A harbor full of people.\n        ${ENDING}`,
  },
  'goal-lost': {
    what: 'A goal with "always: true" can no longer be met after the steps of the finding. "soft-lock" explains what counts as a state.',
    why: 'Players go on without a chance of meeting the goal, and nothing says so.',
    fix: 'Add a path back to the goal, block what leads there, or remove "always".',
    setting: [['condition: lamp.lit}', 'condition: lamp.lit, always: true}']],
    wrong: 'description: Gulls.\n        edges: [home]',
    right: 'description: Gulls.\n        edges: [house]',
  },
  'goal-never-met': {
    what: 'The condition of a goal is false in every state of every play.',
    why: 'What you planned for the player is impossible.',
    fix: 'Make the condition possible, or fix the goal.',
    wrong: '{name: light, condition: lamp.lit and player.oil == 0}',
    right: '{name: light, condition: lamp.lit}',
  },
  'invariant-violated': {
    what: "An invariant is false at the start or after the steps of the finding, or it can't be evaluated.",
    why: "A rule of your story is broken. Invariants are checked, but play doesn't enforce them.",
    fix: 'Prevent what leads there, or fix the invariant.',
    wrong: '{name: oil, condition: player.oil >= 1}',
    right: '{name: oil, condition: player.oil >= 0}',
  },
  'soft-lock': {
    what:
      'After the steps of the finding, no ending can be reached any longer, whatever the player does. ' +
      'The message says in how many states this is so, if there are several and the checker counted them. A state is everything that play ' +
      "can change, such as the player's place and every field; states that differ only in what doesn't matter here count as one.",
    why: 'The player is stuck without knowing it.',
    fix: 'Add a path that leads out, end the story there, or block what leads there.',
    wrong: 'description: Gulls.\n        edges: []',
    right: 'description: Gulls.\n        edges: [house]',
  },
  'unreached-ending': {
    what: 'No play reaches this ending.',
    why: 'You wrote it for no one.',
    fix: 'Look at the edges, effects and triggers that lead there: which condition is never true?',
    setting: [
      ['gallery, home]', 'gallery, home, wreck]'],
      [
        '      - id: home\n',
        '      - {id: wreck, name: The wreck, description: Planks., ending: {title: Lost, kind: bad}}\n      - id: home\n',
      ],
      [
        'description: Rats.\n        edges: [house]',
        'description: Rats.\n        edges: [house, {to: wreck, enabled: player.oil == 2}]',
      ],
      ['kind: bad}', 'kind: bad, text: The ship is gone.}'],
    ],
    wrong: '{to: wreck, enabled: player.oil == 2 and player.oil == 0}',
    right: '{to: wreck, enabled: player.oil == 2}',
    alsoReported: ['guard-never-true'],
  },
}
