import { describe } from 'vitest'

import { streamText } from './support/answers.ts'
import { chooseModel } from './support/modelForm.ts'
import { addNarrator } from './support/serverApi.ts'
import { expect, test } from './support/test.ts'

describe('a message sent while the model is being switched', () => {
  test('waits for the switch, and the new model answers', async ({ story, server, provider }) => {
    const { page } = story
    await addNarrator(server, provider, { name: 'Second voice', modelName: 'voice-2' })
    await page.reload()
    await story.waitForAnswer()
    const held = Promise.withResolvers<void>()
    await page.route(/\/api\/sessions\/[^/]+$/, async (route) => {
      if (route.request().method() !== 'GET') await held.promise
      await route.continue()
    })
    await chooseModel(page, 'Second voice')
    await page.getByText('Switching…').waitFor()
    const asked = provider.requests.length
    provider.script(streamText('The second voice answers.'))
    await story.send('look around')
    await story.messages.filter({ hasText: 'look around' }).waitFor()
    expect(provider.requests).toHaveLength(asked)

    held.resolve()
    await story.waitForWords('The second voice answers.')
    await story.waitForAnswer()
    expect(provider.requests.slice(asked)).toEqual([expect.stringContaining('"model":"voice-2"')])
  })
})
