import { describe } from 'vitest'

import { pauseAfter, streamText, streamSlowly } from './support/answers.ts'
import { expect, test } from './support/test.ts'

describe('an answer in progress', () => {
  test.for(['the button', 'Escape'])('ends by %s and keeps its text', async (by, { story, provider }) => {
    const held = pauseAfter('The door opens a hand wide, ')
    provider.script(held.answer, streamText('The door opens.'))
    await story.send('open the door')
    await story.waitForWords('a hand wide,')

    if (by === 'Escape') await story.page.keyboard.press('Escape')
    else await story.button('Stop').click()
    await held.left
    await story.waitForAnswer()
    expect(await story.lastAnswer.textContent()).toMatch(/a hand wide,.*You stopped the narrator here\./)

    await story.page.reload()
    await story.waitForAnswer()
    expect(await story.lastAnswer.textContent()).toContain('a hand wide,')
    await story.choose('Retry')
    await story.waitForWords('The door opens.')
    await story.lastAnswer.getByText('2 of 2').waitFor()
  })

  test("continues after a reload, and so does the player's draft", async ({ story, provider }) => {
    const held = pauseAfter('The door opens a hand wide, ')
    provider.script(held.answer)
    await story.send('open the door')
    await story.waitForWords('a hand wide,')
    await story.input.fill('look inside')

    await story.page.reload()
    await story.waitForWords('a hand wide,')
    await story.button('Stop').waitFor()
    expect(await story.input.inputValue()).toBe('look inside')
    held.resume('and stays so.')
    await story.waitForAnswer()
    await story.lastAnswer.getByText('The door opens a hand wide, and stays so.', { exact: true }).waitFor()
  })

  test('streams to a second tab as well', async ({ story, begun, provider, enter }) => {
    const held = pauseAfter('The door opens a hand wide, ')
    provider.script(held.answer)
    await story.send('open the door')
    const second = await enter()
    await second.page.goto(begun)
    await second.waitForWords('a hand wide,')
    expect(await second.messages.textContent()).toContain('open the door')
    await second.button('Stop').waitFor()

    held.resume('and stays so.')
    await Promise.all([story.waitForAnswer(), second.waitForAnswer()])
    expect(await second.readStory()).toEqual(await story.readStory())
  })

  test('is complete after a lost connection', async ({ story, begun, provider, proxy, enter }) => {
    const far = await enter({ address: proxy.address })
    far.watch.allow(/net::ERR_/)
    await far.page.goto(begun)
    const held = pauseAfter('The door opens a hand wide, ')
    provider.script(held.answer)
    await far.send('open the door')
    await far.waitForWords('a hand wide,')

    proxy.cut()
    await far.page.getByText('Connection lost. Reconnecting… Nothing is lost.').waitFor()
    held.resume('and stays so.')
    await story.waitForAnswer()
    proxy.restore()
    await far.waitForAnswer()
    expect(await far.readStory()).toEqual(await story.readStory())
    await far.page.getByText('Connection lost.').waitFor({ state: 'detached' })
  })
})

describe('a server that was killed', () => {
  test('during an answer shows the text that arrived, and answers again on Retry', async ({
    story,
    server,
    provider,
  }) => {
    story.watch.allow(/net::ERR_/)
    const words = Array.from({ length: 200 }, (_, index) => `word${index + 1}`).join(' ')
    provider.script(streamSlowly(words, 60), streamText('All of it.'))
    await story.send('count')
    // Words are stored within 250 ms: when the twentieth is shown, the tenth has been for 600.
    await story.waitForWords('word20 ')
    await server.kill()
    await story.page.getByText('Connection lost.').waitFor()

    await server.restart()
    await story.waitForWords('The server stopped during this answer.')
    expect(await story.lastAnswer.textContent()).toContain('word10 ')
    await story.choose('Retry')
    await story.waitForWords('All of it.')
    await story.waitForAnswer()
    await story.lastAnswer.getByText('2 of 2').waitFor()
  })

  test('returns a message that it could not accept', async ({ story, server, provider }) => {
    story.watch.allow(/net::ERR_/)
    await server.kill()
    await story.send('knock three times')
    await story.error.getByText('Can’t reach the server.').waitFor()
    expect(await story.input.inputValue()).toBe('knock three times')

    await server.restart()
    provider.script(streamText('Somebody answers.'))
    await story.page.getByText('Connection lost.').waitFor({ state: 'detached' })
    await story.input.press('Enter')
    await story.waitForWords('Somebody answers.')
    await story.error.waitFor({ state: 'detached' })
  })
})
