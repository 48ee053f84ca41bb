import { describe, expect, it, onTestFinished } from 'vitest'

import { fakeModel, text, toolCall } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const book = (improvisation = '') => `
title: The Ledge
${improvisation}
entity_types:
  - name: Person
    instructions: Play them.
    traits: [described]
    fields: {up: {type: boolean}}
    entities:
      - id: hero
        name: Hero
        description: Brave.
        functions:
          - {name: climb, description: The player climbs., check: {roll: 1d6, at_least: 7, on_success: [{state/set: {field: up, value: true}}]}}
          - {name: fly, description: The player flies., enabled: hero.up, otherwise: No wings., effects: [{sky/flown: {}}]}
`

/** The last message of the turn after one with these calls. */
async function lastMessage(calls: readonly string[], improvisation?: string): Promise<string> {
  const play = await startPlay(book(improvisation))
  onTestFinished(() => play.db.destroy())
  const opening = await play.playTurn(fakeModel(text('A ledge.')), null)
  const path = await play.playTurn(fakeModel(...calls.map((name) => toolCall(name, '{}')), text('So.')), 'up', opening)
  const model = fakeModel(text('Well.'))
  const later = await play.playTurn(model, 'on', path)
  const next = fakeModel(text('Then.'))
  await play.playTurn(next, 'again', later)
  expect(JSON.stringify(next.doStreamCalls[0]?.prompt.slice(0, -1))).not.toContain('# Remember')
  const content = model.doStreamCalls[0]?.prompt.at(-1)?.content
  return typeof content === 'string' || content?.[0]?.type !== 'text' ? '' : content[0].text
}

describe('the end of a request', () => {
  it('repeats the last refusal and what a failed check meant, below the words of the player', async () => {
    const message = await lastMessage(['fly', 'climb'])
    expect(message.slice(message.indexOf('# The player says'))).toMatch(
      /^# The player says\n\n```\non\n```\n\n# Remember\n\n- Refused in the last turn: No wings\.\n- The check .*\n- What no function covers .*$/,
    )
  })

  it.each([
    [[], undefined, /# Remember\n\n- What no function covers may be tried.*$/],
    [[], 'improvisation: none', /```\non\n```$/],
    [['fly'], 'improvisation: none', /# Remember\n\n- Refused in the last turn: No wings\.$/],
  ])('has nothing else: after %j, with %j', async (calls, improvisation, end) => {
    expect(await lastMessage(calls, improvisation)).toMatch(end)
  })
})
