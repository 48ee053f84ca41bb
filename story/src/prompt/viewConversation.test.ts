import { expect, it } from 'vitest'

import type { StoryState } from '../state/storyState.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { viewStory } from './viewStory.ts'

const ferry = loadWorld(FERRY)

function view(state: Partial<StoryState> = {}, world = ferry) {
  return viewStory({ ...world, state: { ...world.state, ...state } }, () => {})
}

it('has the present speakers with the topics that can be asked about now', () => {
  const { speakers } = view()
  expect(speakers.map(({ id, name }) => [id, name])).toEqual([['ferryman', 'Ferryman']])
  expect(speakers[0]?.topics.map(({ id }) => id)).toEqual(['fare', 'drowned_son', 'forgive', 'crossing'])
  expect(speakers[0]?.topics[0]).toEqual({
    id: 'fare',
    about: ['fare', 'price', 'two coins'],
    label: 'the fare',
    isDiscussed: false,
    isUsedUp: false,
  })
  expect(view({ entities: { map: { current_node_id: 'hut' } } }).speakers).toEqual([])
})

it('knows what was discussed and what is used up', () => {
  const topics = view({ discussed: { ferryman: ['fare', 'drowned_son'] } }).speakers[0]?.topics ?? []
  expect(topics.filter(({ isDiscussed }) => isDiscussed).map(({ id, isUsedUp }) => [id, isUsedUp])).toEqual([
    ['fare', false],
    ['drowned_son', true],
  ])
})

it('has the open question, only while it can be answered', () => {
  expect(view().expecting).toBeNull()
  const expecting = { entity: 'ferryman', topic: 'forgive' }
  expect(view({ expecting }).expecting).toEqual({ speakerId: 'ferryman', topicId: 'forgive' })
  expect(view({ expecting: { ...expecting, topic: 'murder' } }).expecting).toBeNull()
  expect(view({ expecting, entities: { map: { current_node_id: 'hut' } } }).expecting).toBeNull()
})

it('says which parameters name the speaker and the topic', () => {
  const asks = (world = ferry) => view({}, world).functions.flatMap((fn) => (fn.asks === null ? [] : [fn.asks]))
  expect(asks()).toEqual([{ speakerId: null, speakerParameter: 'who', topicParameter: 'about' }])
  const own = loadWorld(
    FERRY.replace('      - id: ferryman\n', '      - id: ferryman\n        functions: [{name: chat, target: ask}]\n'),
  )
  expect(asks(own)).toEqual([{ speakerId: 'ferryman', speakerParameter: null, topicParameter: 'topic' }])
})

it('has the details of what is present', () => {
  expect(view().graphs.map(({ details }) => details)).toEqual([])
  const yaml = FERRY.replace('    hidden: true\n', '    instructions: Places on the river.\n')
  const world = loadWorld(yaml)
  expect(view({}, world).graphs.map(({ details }) => details)).toEqual([
    [
      { words: ['planks', 'boards'], text: 'Half of them are new.' },
      { words: ['river'], text: '2 boats could lie here.' },
    ],
  ])
  expect(view({}, world).entities.find(({ id }) => id === 'hut')?.details).toEqual([])
})

it('names a closed exit by its edge, since another exit can lead to the same place', () => {
  const yaml = FERRY.replace('    hidden: true\n', '    instructions: Places on the river.\n').replace(
    'edge_ids: [hut]',
    'edges: [hut, {id: hatch, to: hut, enabled: player.nerve > 2, otherwise: The hatch is shut.}]',
  )
  expect(view({}, loadWorld(yaml)).closed.map(({ id, reason }) => [id, reason])).toEqual([
    ['hatch', 'The hatch is shut.'],
  ])
})
