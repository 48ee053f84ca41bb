import { describe, expect, it, onTestFinished } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { toHistory } from '../../src/engine/request/history.ts'
import { plainPrompt } from '../../src/models/promptRules.ts'
import { fakeModel, text, toolCall } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

/** An opening, and a turn with a call between two texts. */
async function playStory(): Promise<readonly Message[]> {
  const play = await startPlay()
  onTestFinished(() => play.db.destroy())
  const opened = await play.playTurn(fakeModel(text('Dawn.')), null)
  const model = fakeModel([...text('You walk.'), ...toolCall('walk_to', '{"to":"gate"}')], text('Green iron.'))
  return play.playTurn(model, 'On.', opened)
}

const reader = { provider: 'openai-compatible', host: 'localhost:1', rules: plainPrompt }

describe('the history of a story', () => {
  it('converts a message once, in every step and every turn', async () => {
    const path = await playStory()
    const first = toHistory(path.slice(0, 1), 'Begin.', { ...reader })
    const second = toHistory(path, 'Begin.', { ...reader })
    expect(second.length).toBeGreaterThan(first.length)
    expect(second.slice(1, first.length).every((message, index) => message === first[index + 1])).toBe(true)
  })

  it('is the same however often it is asked for', async () => {
    const path = await playStory()
    const before = structuredClone(toHistory(path, 'Begin.', reader))
    expect(before.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant', 'tool', 'assistant'])
    expect(toHistory(path, 'Begin.', reader)).toEqual(before)
    // Two messages of the player in a row are merged.
    const cut = path.filter(({ role }) => role === 'player').flatMap((message) => [message, message])
    expect(toHistory([...cut, ...path], 'Begin.', reader).slice(1)).toEqual(before.slice(1))
    expect(toHistory(path, 'Begin.', reader)).toEqual(before)
  })

  it('is converted again for another model', async () => {
    const path = await playStory()
    toHistory(path, 'Begin.', reader)
    const rules = { ...plainPrompt, toCallId: () => 'its-own' }
    const calls = toHistory(path, 'Begin.', { ...reader, rules }).flatMap(({ role, content }) =>
      role === 'tool' ? content : [],
    )
    expect(calls).toMatchObject([{ toolCallId: 'its-own' }])
  })

  it('says in the answer that the beginning of a very long story was not sent', async () => {
    const play = await startPlay()
    onTestFinished(() => play.db.destroy())
    const opened = await play.playTurn(fakeModel(text('Dawn.')), null)
    const path = await play.playTurn(fakeModel(text('Wet grass.')), 'On.', opened)
    expect(path.at(-1)?.model?.notices).toBeUndefined()
    const model = fakeModel(text('Green iron.'))
    const cut = await play.playTurn(model, 'On.', path.slice(1))
    expect(cut.at(-1)?.model?.notices).toEqual([expect.stringContaining('its beginning was not sent')])
    const sent = model.doStreamCalls[0]?.prompt.flatMap(({ role, content }) => (role === 'assistant' ? content : []))
    expect(sent).toMatchObject([{ text: 'Wet grass.' }])
  })
})
