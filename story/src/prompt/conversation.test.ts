import { describe, expect, it } from 'vitest'

import type { StoryState } from '../state/storyState.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { buildSystemText } from './buildSystemText.ts'
import { buildTurnText } from './buildTurnText.ts'

const ferry = loadWorld(FERRY)

function blockOf(text: string, heading: string): string {
  const start = text.indexOf(`### ${heading}\n`)
  return start < 0 ? '' : (text.slice(start).split(/\n\n(?=#)/)[0] ?? '')
}

function turnText(state: Partial<StoryState> = {}): string {
  return buildTurnText({ ...ferry, state: { ...ferry.state, ...state } }, () => {})
}

describe('details', () => {
  it('without placeholders are in the system text', () => {
    const text = buildSystemText(ferry.gamebook)
    expect(blockOf(text, 'Place: Landing')).toBe(
      '### Place: Landing\n\nA landing of old planks.\n\nDetails, for when the player looks:\n- planks, boards: Half of them are new.',
    )
    expect(blockOf(text, 'Place: Hut')).toContain('- stove: The stove is cold.')
  })

  it('with placeholders are in the state of the turn, while their place is the current one', () => {
    expect(blockOf(turnText(), 'Place: Landing')).toBe(
      '### Place: Landing\n\nDetails, for when the player looks:\n- river: 2 boats could lie here.',
    )
    expect(turnText({ entities: { map: { current_node_id: 'hut' } } })).not.toContain('boats could lie')
  })

  it('of a node whose type has no instructions are below the description of the current node', () => {
    const yaml = FERRY.replace('    hidden: true\n', '    instructions: Places on the river.\n')
      .replace('  - name: Place\n    instructions: Places on the river.\n', '  - name: Place\n')
      .replace('A landing of old planks.', '"Old planks.\\n\\nA rope."')
    const world = loadWorld(yaml)
    const text = buildTurnText(world, () => {})
    expect(text).toContain(
      '- Now: Landing\n  Old planks.\n\n  A rope.\n  Details, for when the player looks:\n  - planks, boards: Half of them are new.\n  - river: 2 boats could lie here.',
    )
    expect(text + buildSystemText(world.gamebook)).not.toContain('The stove is cold')
  })

  it('of an entity that is not always there are in the state of the turn', () => {
    const yaml = FERRY.replace(
      '        topics:\n',
      '        details: {"hands, fingers": "Three on the left.\\nNo ring."}\n        topics:\n',
    )
    const world = loadWorld(yaml)
    expect(buildSystemText(world.gamebook)).not.toContain('Three on the left')
    expect(buildTurnText(world, () => {})).toContain(
      'The ferryman.\n\nDetails, for when the player looks:\n- hands, fingers: Three on the left.\n  No ring.\n\n- ',
    )
    const away = { ...world, state: { ...world.state, entities: { map: { current_node_id: 'hut' } } } }
    expect(buildTurnText(away, () => {})).not.toContain('Three on the left')
  })
})

describe('what can be asked', () => {
  it('are the topics with a label', () => {
    expect(turnText()).toContain('\n- ask\n  who ferryman: Ferryman\n  about fare: the fare\n- ')
    expect(turnText({ entities: { player: { nerve: 3 } } })).toContain(
      '\n  about fare: the fare\n  about river: the river\n',
    )
    expect(turnText({ entities: { map: { current_node_id: 'hut' } } })).not.toContain('ferryman')
  })

  it('says what was discussed', () => {
    expect(turnText({ discussed: { ferryman: ['fare'] } })).toContain('\n  about fare: the fare (already discussed)\n')
  })

  it('never names what players must come upon', () => {
    const texts = [buildSystemText(ferry.gamebook), turnText({ entities: { player: { nerve: 3 } } })]
    for (const text of texts) expect(text).not.toMatch(/drowned_son|murder|forgive|He was nine|captain/)
  })

  it.each([
    ['fare', 'Ferryman waits for an answer about the fare.'],
    ['forgive', 'Ferryman waits for an answer.'],
  ])('has the open question and how to answer it: %s', (topic, line) => {
    const how = 'What the player says to that: ask, with who ferryman and those words as about.'
    expect(turnText({ expecting: { entity: 'ferryman', topic } }).split('\n')).toContain(`- ${line} ${how}`)
  })

  it('has no open question about what can not be asked', () => {
    expect(turnText({ expecting: { entity: 'ferryman', topic: 'murder' } })).not.toContain('waits for')
  })
})
