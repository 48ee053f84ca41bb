import { describe, expect, it } from 'vitest'
import type { World } from '../state/world.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { after, ignore } from '../testSupport/playCalls.ts'
import { listExits } from './listExits.ts'
import { listSuggestions } from './listSuggestions.ts'

const labels = (world: World): readonly string[] =>
  listSuggestions(world, ignore).map(
    ({ group, label, reason }) => `${group}: ${label}${reason === null ? '' : ' (closed)'}`,
  )

describe('suggestions', () => {
  it('are what the player can do now, in the words of the author', () => {
    expect(labels(loadWorld(FERRY))).toEqual(['go: Go to the hut', 'talk: Ask Ferryman about the fare'])
  })

  it('have the call that does it', () => {
    expect(listSuggestions(loadWorld(FERRY), ignore)[1]).toEqual({
      id: 'ask:ferryman:fare',
      group: 'talk',
      label: 'Ask Ferryman about the fare',
      call: { function: 'ask', args: { who: 'ferryman', about: 'fare' } },
      input: [],
      reason: null,
    })
  })

  it('leave out topics without a label and people who are secret', () => {
    const texts = JSON.stringify(listSuggestions(loadWorld(FERRY), ignore))
    expect(texts).not.toMatch(/drowned_son|orders|captain/i)
  })

  it('put a topic that was discussed after the others', () => {
    const nervous = FERRY.replace('nerve: {type: integer, default: 2', 'nerve: {type: integer, default: 3')
    const asked = after(loadWorld(nervous), ['ask', { who: 'ferryman', about: 'fare' }])
    expect(labels(asked).slice(1)).toEqual(['talk: Ask Ferryman about the river', 'talk: Ask Ferryman about the fare'])
  })

  it('show a closed exit with the reason, never with the condition', () => {
    const open = HARBOUR.replace('description: Dark., edges: [quay], secret: true', 'description: Dark., edges: [quay]')
    const closed = listSuggestions(loadWorld(open), ignore).find(({ reason }) => reason !== null)
    expect(closed).toEqual({
      id: 'closed:0',
      group: 'go',
      label: 'Go to the cave',
      call: null,
      input: [],
      reason: 'You dare not.',
    })
  })

  it('never name what is secret, not even a closed exit to it', () => {
    expect(JSON.stringify(listSuggestions(loadWorld(HARBOUR), ignore))).not.toMatch(/cave|ghost|haunt|pearl/i)
  })

  it('show what is refused here, and not what is refused because the player is elsewhere', () => {
    const refused = `{name: ring, description: The player rings the bell., enabled: PLACE and player.courage > 4, otherwise: Too loud., effects: [{state/toggle: {field: sworn}}]}`
    const at = (place: string): World =>
      loadWorld(
        HARBOUR.replace(
          '          - {name: take',
          `          - ${refused.replace('PLACE', place)}\n          - {name: take`,
        ),
      )
    expect(labels(at("harbour.current_node_id == 'quay'"))).toContain('do: Ring the bell (closed)')
    expect(labels(at("harbour.current_node_id == 'boat'"))).not.toContain('do: Ring the bell (closed)')
    expect(labels(at('player.courage > 3'))).not.toContain('do: Ring the bell (closed)')
  })

  it('are spread over things, and give what is carried last', () => {
    const carrying = after(loadWorld(HARBOUR), ['take', { item: 'rope' }])
    expect(labels(loadWorld(HARBOUR))).toContain('take: Take the rope')
    expect(labels(carrying)).toContain('do: Befriend the mate')
    expect(labels(carrying).at(-1)).toBe('do: Put down the rope')
  })

  it('ask for numbers within the limits that work now', () => {
    const described = HARBOUR.replace('{name: add_luck,', '{name: add_luck, description: The player adds some luck.,')
    const luck = listSuggestions(loadWorld(described), ignore).find(({ label }) => label === 'Add some luck')
    expect(luck?.input).toEqual([{ name: 'amount', label: 'amount', type: 'integer', min: -1, max: 2 }])
  })

  it('leave out what an effect would refuse', () => {
    const described = HARBOUR.replace('{name: half,', '{name: half, description: The player halves it.,')
    expect(labels(loadWorld(described))).not.toContain('do: Halve it')
  })

  it('are only the words of the author in another language', () => {
    const german = FERRY.replace('title: The Ferry', 'title: Die Fähre\nlanguage: de')
      .replace('name: Hut,', 'id: hut, name: Hütte,')
      .replace('label: the fare', 'label: der Preis')
    expect(labels(loadWorld(german))).toEqual(['go: Hütte', 'talk: Ferryman: der Preis'])
  })

  it('are none after the end, and in a gamebook without suggestions', () => {
    const world = loadWorld(FERRY)
    const ended: World = { ...world, state: { ...world.state, ended: { reason: 'Drowned.' } } }
    const off = loadWorld(FERRY.replace('title: The Ferry', 'title: The Ferry\nsuggestions: off'))
    expect([labels(ended), labels(off), listExits(ended, ignore), listExits(off, ignore)]).toEqual([[], [], [], []])
  })

  it('make exits known, closed ones too', () => {
    const open = HARBOUR.replace('description: Dark., edges: [quay], secret: true', 'description: Dark., edges: [quay]')
    expect(listExits(loadWorld(open), ignore)).toEqual([
      { graphId: 'harbour', nodeId: 'quay', edgeIds: ['boat', 'cave'] },
    ])
    expect(listExits(loadWorld(HARBOUR), ignore)).toEqual([{ graphId: 'harbour', nodeId: 'quay', edgeIds: ['boat'] }])
  })
})
