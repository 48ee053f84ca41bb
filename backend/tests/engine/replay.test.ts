import { callTool, runTriggers, startState, type StoryState, worldOf } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { toRawState } from '../../src/messages/savedState.ts'
import { BELFRY } from '../support/belfry.ts'
import { toolCall, fakeModel, finish, text } from '../support/fakeModel.ts'
import { loadBook, startPlay } from './turnHarness.ts'

const gamebook = loadBook(BELFRY)
const TOOLS = gamebook.functions.map(({ name }) => name)
const ignore = (): void => {}
const wanted = (toolName: string, input: object) =>
  ({ type: 'tool-call', toolCallId: toolName, toolName, input: JSON.stringify(input) }) as const

/** The state after an answer, from its calls alone. */
function replay(state: StoryState, { parts }: Message): StoryState {
  let world = worldOf(gamebook, state)
  for (const part of parts) {
    if (part.type !== 'tool-call' || part.result === null) continue
    const outcome = callTool(world, { function: part.toolName, args: part.input }, { world, tools: TOOLS }, ignore)
    expect(outcome.result).toEqual(part.result)
    world = { ...world, state: outcome.state }
  }
  return runTriggers(world, ignore).state
}

describe('the log of a session', () => {
  it('reproduces every stored state byte for byte', async () => {
    const play = await startPlay(BELFRY)
    let path = await play.playTurn(fakeModel(text('Straw.')), null)
    const turns = [
      [toolCall('climb', '{"to":"stair"}'), text('Up.')],
      [toolCall('climb', '{"to":"loft"}'), text('Too dark.')],
      [[wanted('try_luck', {}), wanted('climb', { to: 'yard' }), finish('tool-calls')], text('Down.')],
      [toolCall('try_luck', '{}'), toolCall('try_luck', '{}'), text('You try.')],
      [toolCall('wait', '{"minutes":75}'), toolCall('wait', '{"minutes":"long"}'), text('Cold.')],
      [
        toolCall('search', '{}'),
        toolCall('take', '{"item":"lantern"}'),
        toolCall('drop', '{"item":"purse"}'),
        text('Things.'),
      ],
      [toolCall('climb', '{"to":"stair"}'), text('Up.')],
      [toolCall('dance', '{'), toolCall('wait', '{"minutes":600}'), text('Dawn.')],
    ] as const
    for (const [index, turn] of turns.entries()) {
      path = await play.playTurn(fakeModel(...turn), `turn ${index}`, path)
    }
    expect(path.at(-1)?.stateAfter).toMatchObject({
      ended: { reason: 'The sun is up and no bell has rung.' },
      rng: { counter: 6 },
    })

    const rows = await play.db.selectFrom('message').select(['id', 'stateAfter']).execute()
    const stored = new Map(rows.map((row) => [row.id, row.stateAfter]))
    let state = startState(7)
    for (const message of path) {
      if (message.role === 'narrator') state = replay(state, message)
      expect(JSON.stringify(toRawState(message.stateAfter))).toBe(stored.get(message.id))
      expect(JSON.stringify(state)).toBe(stored.get(message.id))
    }
  })
})
