import type { StoryView } from '@llm-gamebook/story'
import { entity, MOVES, target, viewOf } from './input.ts'

/** The start of a gamebook whose functions are written for a model: plots, hours and things are graphs that only it moves. */
export const saltLanternLanding: StoryView = viewOf({
  title: 'The Salt Lantern',
  summary:
    'The lighthouse on Gull Rock went dark three nights ago. You are the relief keeper, rowed out at dusk by a ferryman.',
  graphs: [
    {
      graphId: 'the_dark_lamp',
      graphName: 'The Dark Lamp',
      nodeId: 'arrival',
      name: 'Arrival',
      description: '- The player has just been put ashore.\n- The lamp room is black; the sea is rising.\n',
    },
    {
      graphId: 'island',
      graphName: null,
      nodeId: 'landing',
      name: 'Landing',
      description: 'Weedy steps cut into the rock; an iron ring; the boat knocking.',
    },
    {
      graphId: 'the_ebb',
      graphName: 'The Ebb',
      nodeId: 'dusk',
      name: 'Dusk',
      description: 'Grey light; water halfway up the steps.',
    },
  ],
  entities: [
    entity({
      id: 'the_dark_lamp',
      typeName: 'Plot Line',
      name: 'The Dark Lamp',
      description: 'Why the light failed, and whether it burns again before the storm.',
    }),
    entity({ id: 'the_ebb', typeName: 'Clock', name: 'The Ebb', description: 'The tide and the hour.' }),
    entity({
      id: 'the_brass_key',
      typeName: 'Thing',
      name: 'The Brass Key',
      description: 'Opens the trapdoor in the cellar.',
    }),
    entity({ id: 'lamp', typeName: 'Thing', name: 'Lamp', description: 'The lamp in the great lens.' }),
    entity({
      id: 'player',
      typeName: 'Person',
      name: 'Player',
      description: 'The relief keeper; careful, tired, new to this coast.',
    }),
    entity({
      id: 'ferryman',
      typeName: 'Person',
      name: 'Ferryman',
      description: 'Old Brannock. He will not leave his boat.',
    }),
  ],
  functions: [
    {
      name: 'advance_dark_lamp',
      description: 'Move the story of the failed light one beat further.',
      graphId: 'the_dark_lamp',
      ...MOVES,
      targets: [target('keeper_missing', { name: 'Keeper missing' })],
    },
    {
      name: 'go_to',
      description: 'The player goes to a neighbouring place.',
      graphId: 'island',
      ...MOVES,
      targets: [target('boathouse', { name: 'Boathouse' }), target('cliff_path', { name: 'Cliff path' })],
    },
    {
      name: 'advance_time',
      description: 'Let time pass.',
      graphId: 'the_ebb',
      ...MOVES,
      targets: [target('low_water', { name: 'Low water' })],
    },
    {
      name: 'update_brass_key',
      description: 'The brass key was found or lost.',
      graphId: 'the_brass_key',
      ...MOVES,
      targets: [target('brass_key_found', { name: 'Brass key found' })],
    },
    {
      name: 'update_lamp',
      description: 'The lamp was lit.',
      graphId: 'lamp',
      ...MOVES,
      targets: [target('lamp_lit', { name: 'Lamp lit' })],
    },
  ],
})
