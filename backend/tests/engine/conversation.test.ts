import { describe, expect, it } from 'vitest'

import { fakeModel, text, toolCall } from '../support/fakeModel.ts'
import { HARBOR } from '../narrator/support/harbor.ts'
import { startPlay } from './turnHarness.ts'

async function ask(about: string) {
  const play = await startPlay(HARBOR)
  const opening = await play.playTurn(fakeModel(text('Noon.')), null)
  const model = fakeModel(toolCall('ask', JSON.stringify({ who: 'master', about })), text('He answers.'))
  await play.playTurn(model, 'a question', opening)
  return {
    prompt: JSON.stringify(model.doStreamCalls[0]?.prompt),
    tools: JSON.stringify(model.doStreamCalls[0]?.tools),
    result: JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1)).replace(/"toolCallId":"\w+"/, ''),
  }
}

describe('a model that asks a speaker', () => {
  it("receives the author's answer only in the result", async () => {
    const { prompt, tools, result } = await ask('bell')
    expect(result).toContain('is gone.')
    expect(prompt + tools).not.toContain('is gone.')
  })

  it('knows the topics with a label and the details of the place', async () => {
    const { prompt, tools } = await ask('bell')
    expect(prompt).toMatch(/\\n {2}who master: [^\\]+\\n {2}about bell: the bell\\n/)
    expect(prompt).toContain('mussels: Blue, and shut.')
    expect(prompt + tools).not.toMatch(/floor|murder|promise/)
  })

  it('can use words for a topic that it was not offered', async () => {
    expect((await ask('what is under the floor')).result).toContain('He looks away.')
  })

  it.each(['promise', 'a promise'])('is refused %j, which is still closed, as if it did not exist', async (about) => {
    expect((await ask(about)).result).toBe((await ask('dragons')).result)
  })
})
