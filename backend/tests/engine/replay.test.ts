import { callFunction, settle, startState, type StoryState, worldOf } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import type { Message } from '../../src/db/models/message.ts'
import { rawState } from '../../src/db/models/savedState.ts'
import { BELFRY } from '../kit/belfry.ts'
import { calls, fakeModel, finish, says } from '../kit/fakeModel.ts'
import { loadBook, startPlay } from './turnKit.ts'

const gamebook = loadBook(BELFRY)
const ignore = (): void => {}
const wanted = (toolName: string, input: object) =>
  ({ type: 'tool-call', toolCallId: toolName, toolName, input: JSON.stringify(input) }) as const

/** The state after an answer, from its calls alone. */
function replay(state: StoryState, { parts }: Message): StoryState {
  let world = worldOf(gamebook, state)
  for (const part of parts) {
    if (part.type !== 'tool-call' || part.result === null) continue
    const outcome = callFunction(world, { function: part.toolName, args: part.input, by: 'tool' }, ignore)
    expect(outcome.result).toEqual(part.result)
    world = { ...world, state: outcome.state }
  }
  return settle(world, ignore).state
}

describe('the log of a session', () => {
  it('replayed gives every stored state again, byte for byte', async () => {
    const play = await startPlay(BELFRY)
    let path = await play.take(fakeModel(says('Straw.')), null)
    const turns = [
      [calls('climb', '{"to":"stair"}'), says('Up.')],
      [calls('climb', '{"to":"loft"}'), says('Too dark.')],
      [[wanted('try_luck', {}), wanted('climb', { to: 'yard' }), finish('tool-calls')], says('Down.')],
      [calls('try_luck', '{}'), calls('try_luck', '{}'), says('You try.')],
      [calls('wait', '{"minutes":75}'), calls('wait', '{"minutes":"long"}'), says('Cold.')],
      [calls('search', '{}'), calls('take', '{"item":"lantern"}'), calls('drop', '{"item":"purse"}'), says('Things.')],
      [calls('climb', '{"to":"stair"}'), says('Up.')],
      [calls('dance', '{'), calls('wait', '{"minutes":600}'), says('Dawn.')],
    ] as const
    for (const [index, turn] of turns.entries()) {
      path = await play.take(fakeModel(...turn), `turn ${index}`, path)
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
      expect(JSON.stringify(rawState(message.stateAfter))).toBe(stored.get(message.id))
      expect(JSON.stringify(state)).toBe(stored.get(message.id))
    }
  })
})
