import type { StoryView } from '@llm-gamebook/story'
import { entity, MOVES, target, viewOf } from './input.ts'

const goTo = 'The player goes to a neighbouring place.'

/** The square of a village: two ways out, one that is shut, a deed that moves a plot, somebody to talk to. */
export const square: StoryView = viewOf({
  graphs: [
    {
      graphId: 'village',
      graphName: null,
      nodeId: 'square',
      name: 'Square',
      description: 'Cobbles, one lantern, the old well.',
    },
    {
      graphId: 'rope',
      graphName: 'The rope',
      nodeId: 'rope_tied',
      name: 'Rope tied',
      description: 'It is tied with a bad knot.',
    },
  ],
  entities: [
    entity({
      id: 'player',
      typeName: 'Person',
      name: 'Player',
      description: "The bell ringer's apprentice, too curious to sleep.",
    }),
    entity({
      id: 'old_mara',
      typeName: 'Person',
      name: 'Old Mara',
      description: 'Old Mara sits on the rim of the well and knits.',
    }),
  ],
  functions: [
    {
      name: 'go_to',
      description: goTo,
      graphId: 'village',
      ...MOVES,
      targets: [
        target('chapel', { name: 'Chapel', description: 'Two pews, no priest.' }),
        target('north_lane', { label: 'up the north lane', name: 'North lane' }),
      ],
    },
    {
      name: 'untie_rope',
      description: 'The player unties the rope of the well.',
      graphId: 'rope',
      ...MOVES,
      targets: [target('rope_loose', { name: 'Rope loose' })],
    },
  ],
  closed: [
    {
      graphId: 'village',
      id: 'well_shaft',
      label: 'down the well',
      name: null,
      reason: 'Nobody gets down there without a rope.',
    },
  ],
})

/** The chapel, with the square behind. */
export const chapel: StoryView = viewOf({
  graphs: [
    {
      graphId: 'village',
      graphName: null,
      nodeId: 'chapel',
      name: 'Chapel',
      description: 'Two pews, no priest. A candle burns.',
    },
    {
      graphId: 'rope',
      graphName: 'The rope',
      nodeId: 'rope_tied',
      name: 'Rope tied',
      description: 'It is tied with a bad knot.',
    },
  ],
  entities: square.entities.slice(0, 1),
  functions: [
    {
      name: 'go_to',
      description: goTo,
      graphId: 'village',
      ...MOVES,
      targets: [target('square', { name: 'Square', description: 'Cobbles.' })],
    },
  ],
})

/** The square once the rope is loose: the well is open. */
export const squareWithRope: StoryView = viewOf({
  graphs: [
    {
      graphId: 'village',
      graphName: null,
      nodeId: 'square',
      name: 'Square',
      description: 'Cobbles, one lantern, the old well.',
    },
    {
      graphId: 'rope',
      graphName: 'The rope',
      nodeId: 'rope_loose',
      name: 'Rope loose',
      description: 'The rope comes away in your hands. It is long enough.',
    },
  ],
  entities: square.entities,
  functions: [
    {
      name: 'go_to',
      description: goTo,
      graphId: 'village',
      ...MOVES,
      targets: [
        target('chapel', { name: 'Chapel' }),
        target('north_lane', { label: 'up the north lane', name: 'North lane' }),
        target('well_shaft', { label: 'down the well', name: 'Well shaft' }),
      ],
    },
  ],
})

/** Down the well, where the story ends. */
export const answered: StoryView = viewOf({
  graphs: [
    {
      graphId: 'village',
      graphName: null,
      nodeId: 'well_shaft',
      name: 'Well shaft',
      description: 'Wet stone, and a voice below.',
    },
  ],
  entities: square.entities,
  ending: { title: 'Answered', kind: 'good', text: 'It says your name, and then it says please.' },
})
