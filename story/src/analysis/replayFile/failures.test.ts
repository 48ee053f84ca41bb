import { expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { checkGamebook } from '../checkGamebook.ts'
import type { Finding } from '../finding.ts'
import type { Step } from '../steps/step.ts'
import { claimOf, judgeReplay, type ReplayResult } from './claim.ts'
import { findReplaySeed } from './findReplaySeed.ts'
import { playReplay } from './playReplay.ts'

const club = (functions: string, more = ''): string => `
title: The Club
entity_types:
  - name: Thing
    instructions: Things.
    traits: [described]
    entities: [{id: sign, name: Sign, description: "It costs {{ 10 / player.coins }}."}]
  - name: Person
    fields: {coins: {type: integer, default: 1, min: 0}, wet: boolean}
    ${more}
    entities:
      - id: player
        functions: ${functions}
`
const CLUB = club(`
          - {name: pay, effects: [{state/add: {field: coins, amount: -1}}]}
          - {name: knock, effects: [narrate: Knock.]}
          - {name: bribe, check: {roll: 1d6, add: =10 / player.coins, at_least: 3}}`)

function failuresIn(source: string, code: Finding['code'] = 'expression-fails') {
  return checkGamebook(source).findings.filter((finding) => finding.code === code)
}

/** Whether calls, or other steps, show a finding. */
function judge(
  source: string,
  finding: Finding | undefined,
  steps: readonly (Step | string)[],
  seed: number | null = null,
): ReplayResult {
  if (finding === undefined) throw new Error('There is no such finding.')
  const gamebook = loadGamebook(source)
  const all = steps.map((step) => (typeof step === 'string' ? { function: step, args: {}, rolls: [] } : step))
  return judgeReplay(gamebook, claimOf(finding), all, playReplay(gamebook, all, seed))
}

const [bribe, sign] = ['bribe', 'sign.description'].map((where) =>
  failuresIn(CLUB).find(({ message }) => message.includes(`"${where}"`)),
)

it('shows a text that fails after the last step', () => {
  expect(judge(CLUB, sign, ['knock']).text).toContain('Nothing failed')
  expect(judge(CLUB, sign, ['pay'])).toEqual({ isShown: true, text: 'Shown: sign.description: This divides by 0.' })
})

it('shows a failure for which the last call is refused, but none before a refused call', () => {
  expect(judge(CLUB, bribe, ['pay', 'bribe'])).toEqual({ isShown: true, text: 'Shown: bribe: This divides by 0.' })
  expect(judge(CLUB, bribe, ['fly', 'pay']).text).toContain('refused call 1')
})

it('does not show an expression if another one fails', () => {
  expect(judge(CLUB, bribe, ['pay'])).toEqual({
    isShown: false,
    text: "Something else failed, so the replay doesn't show it: sign.description: This divides by 0.",
  })
})

/** Which of three expressions fails, two of them the same, depends on the dice. */
const DRAW = club(`
          - name: draw
            check:
              roll: 1d3
              at_least: 3
              on_success: [{state/add: {field: coins, amount: =6 / player.coins}}]
              on_failure:
                - {if: roll.total == 2, state/add: {field: coins, amount: =5 / (player.coins - 1)}}
                - {if: roll.total == 1, state/add: {field: coins, amount: =5 / (player.coins - 1)}}`)

it('shows an expression only where it is, if a function has several that fail', () => {
  const [finding, ...others] = failuresIn(DRAW)
  expect(others).toEqual([])
  const shown = [1, 2, 3].filter(
    (face) => judge(DRAW, finding, [{ function: 'draw', args: {}, rolls: [[face]] }]).isShown,
  )
  expect(shown).toEqual(finding?.witness?.[0]?.rolls[0])
})

it('finds a seed that makes the same expression fail', () => {
  const [finding] = failuresIn(DRAW)
  for (const face of [1, 2]) {
    const steps = [{ function: 'draw', args: {}, rolls: [[face]] }]
    const gamebook = loadGamebook(DRAW)
    const failures = playReplay(gamebook, steps, null).at(-1)?.failures ?? []
    const seed = findReplaySeed(gamebook, steps)
    const shown = failures.map((failure) => judge(DRAW, finding && { ...finding, failure }, steps, seed).isShown)
    expect(shown).toEqual([true])
  }
})

const WEATHER = club(
  '[{name: pay, effects: [{state/add: {field: coins, amount: -1}}]}, {name: swim, effects: [{state/set: {field: wet, value: true}}]}]',
  `triggers:
      - {id: rain, condition: not player.wet and player.coins == 0, effects: [{state/set: {entity_id: player, field: wet, value: true}}]}
      - {id: purse, condition: player.coins == 0, effects: [narrate: Empty.]}
      - {id: sun, condition: player.wet and player.coins == 0, effects: [{state/set: {entity_id: player, field: wet, value: false}}]}`,
)

it('names all triggers of a loop, and shows it where they are stopped', () => {
  const [loop, ...others] = failuresIn(WEATHER, 'trigger-loop')
  expect(others).toEqual([])
  expect(loop?.message).toBe('Triggers keep making each other fire: Person#rain, Person#sun.')
  expect(judge(WEATHER, loop, ['swim']).isShown).toBe(false)
  expect(judge(WEATHER, loop, ['pay']).isShown).toBe(true)
  const another = loop && { ...loop, failure: { kind: 'trigger-loop', triggers: ['Person#purse'] } as const }
  expect(judge(WEATHER, another, ['pay']).isShown).toBe(false)
})

it('says of a trigger that is a loop by itself what it is', () => {
  const source = club('[]', 'triggers: [{id: again, condition: player.coins == 1, effects: [core/reset-game: {}]}]')
  const [loop] = failuresIn(source, 'trigger-loop')
  expect(loop?.message).toBe('The trigger Person#again keeps making itself fire.')
})

it('shows the condition of a trigger that fails', () => {
  const source = club(
    '[{name: pay, effects: [{state/add: {field: coins, amount: -1}}]}]',
    'triggers: [{id: bell, condition: 3 / player.coins > 1, effects: [narrate: Ding.]}]',
  )
  const bell = failuresIn(source).find(
    ({ message }) => message === '"Person#bell" fails during play: This divides by 0.',
  )
  expect(judge(source, bell, ['pay'])).toEqual({ isShown: true, text: 'Shown: Person#bell: This divides by 0.' })
})
