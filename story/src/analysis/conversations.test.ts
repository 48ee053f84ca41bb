import { describe, expect, it } from 'vitest'

import { POOL } from '../testSupport/pool.ts'
import { checkGamebook } from './checkGamebook.ts'
import { formatStep } from './steps/step.ts'

describe('a conversation', () => {
  const home = (requires: string, topic = '') =>
    POOL.replace('requires: "visits(shore, shore.current_node) > 2"', `requires: ${requires}`).replace(
      'say: It is deep.',
      `say: It is deep.${topic}`,
    )
  const stepsHome = (source: string) =>
    checkGamebook(source)
      .explored?.endings.find(({ title }) => title === 'Home')
      ?.steps?.map(formatStep) ?? null

  it('leads to what depends on its topic', () => {
    expect(stepsHome(home(`"discussed(mate, 'deep')"`))).toEqual([
      'go_to(to: pool)',
      'ask(who: mate, about: deep)',
      'go_to(to: home)',
    ])
  })

  it('leads to what depends on a topic that another topic opens', () => {
    const source = home(`"discussed(mate, 'tide')"`).replace(
      'say: It is deep.}',
      `say: It is deep.}, {id: tide, about: [tide], say: It turned., enabled: "discussed(mate, 'deep')"}`,
    )
    expect(stepsHome(source)).toEqual([
      'go_to(to: pool)',
      'ask(who: mate, about: deep)',
      'ask(who: mate, about: tide)',
      'go_to(to: home)',
    ])
  })

  it('is left out of the states where it only decides about words', () => {
    const tide = (enabled: string) =>
      POOL.replaceAll(/enabled: "not discussed.*?"/g, 'enabled: true')
        .replace('effects: [{state/set', `effects: [{narrate: You are wet., if: "discussed(mate, 'deep')"}, {state/set`)
        .replace(
          'say: It is deep.}',
          `say: It is deep.}, {id: tide, about: [tide], say: It turned., ${enabled}effects: [{talk/expect: {topic: deep}, if: "discussed(mate, 'deep')"}]}`,
        )
    const { explored, findings } = checkGamebook(tide(`enabled: "discussed(mate, 'deep')", `))
    expect(explored?.states).toBe(checkGamebook(tide('')).explored?.states)
    expect(findings.filter(({ code }) => code.startsWith('topic'))).toEqual([])
  })

  it.each([
    ['once', ', once: true', null],
    ['again and again', '', 4],
  ])('can be had %s', (_, once, steps) => {
    const source = home(
      'player.wet >= 2',
      `${once}, effects: [{state/add: {entity_id: player, field: wet, amount: 1}}]`,
    )
    expect(stepsHome(source.replace(/triggers:\n.*\n/, '\n'))?.length ?? null).toBe(steps)
  })
})
