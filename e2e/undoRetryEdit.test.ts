import { describe } from 'vitest'

import { callTool, streamText } from './support/answers.ts'
import { BOOK, expect, test } from './support/test.ts'

describe('Undo', () => {
  test('undoes a turn with its place, and redoes it', async ({ player }) => {
    await player.startStory(BOOK.title)
    await player.sendAndWait('go to the gate')
    await player.waitForPlace('Drowned gate')
    const story = await player.readStory()

    await player.button('Undo').click()
    await player.messages.waitFor({ state: 'detached' })
    await player.waitForPlace('Sand road')
    await player.page.reload()
    await player.waitForPlace('Sand road')
    expect(await player.readStory()).toHaveLength(1)

    await player.button('Redo').click()
    await player.messages.waitFor()
    await player.waitForPlace('Drowned gate')
    expect(await player.readStory()).toEqual(story)
    expect(await player.button('Redo').count()).toBe(0)
  })

  test('goes back over several turns at once', async ({ player }) => {
    await player.startStory(BOOK.title)
    await player.sendAndWait('go to the gate')
    await player.sendAndWait('enter the lodge')
    await player.choose('Go back to here', player.answers.first())
    await player.messages.first().waitFor({ state: 'detached' })
    await player.waitForPlace('Sand road')
  })

  test('goes back from an ending, or plays again in a new session', async ({ player }) => {
    await player.startStory(BOOK.title)
    await player.sendAndWait('go home across the sand')
    await player.ending.waitFor()
    await player.button('Undo the last turn').click()
    await player.input.waitFor()
    await player.waitForPlace('Sand road')

    await player.sendAndWait('go home across the sand')
    await player.ending.waitFor()
    const finished = player.page.url()
    await player.button('Play again').click()
    await player.input.waitFor()
    await player.waitForAnswer()
    expect(await player.readStory()).toHaveLength(1)
    await player.page.goto(finished)
    await player.ending.waitFor()
  })
})

describe('Retry, Edit, Fork and Start over', () => {
  test('keep two answers to one message, with buttons to switch', async ({ story, provider }) => {
    provider.script(streamText('A first answer.'), streamText('A second answer.'))
    await story.sendAndWait('look around')
    await story.choose('Retry')
    await story.waitForWords('A second answer.')
    await story.waitForAnswer()
    await story.lastAnswer.getByText('2 of 2').waitFor()

    await story.choose('Previous version')
    await story.waitForWords('A first answer.')
    await story.lastAnswer.getByText('1 of 2').waitFor()
    await story.choose('Next version')
    await story.waitForWords('A second answer.')
    expect(await story.messages.count()).toBe(1)
  })

  test('edit a message and keep the old version with its answers', async ({ story, provider }) => {
    provider.script(callTool('go_to', { to: 'drowned_gate' }), streamText('The gate.'), streamText('The sand.'))
    await story.sendAndWait('walk on')
    await story.waitForPlace('Drowned gate')

    await story.choose('Edit', story.messages)
    await story.page.getByRole('textbox', { name: 'What do you do instead?' }).fill('stay here')
    await story.story.getByRole('button', { name: 'Send', exact: true }).click()
    await story.waitForWords('The sand.')
    await story.waitForAnswer()
    expect(await story.messages.textContent()).toContain('stay here')
    await story.waitForPlace('Sand road')

    await story.choose('Previous version', story.messages)
    await story.waitForWords('The gate.')
    expect(await story.messages.textContent()).toContain('walk on')
    await story.waitForPlace('Drowned gate')
  })

  test('fork a story and leave the original unchanged', async ({ story, begun, provider }) => {
    provider.script(streamText('One way.'), streamText('Another way.'))
    await story.sendAndWait('look around')
    const told = await story.readStory()

    await story.choose('Fork')
    await story.page.waitForURL((url) => url.pathname !== begun)
    await story.waitForAnswer()
    expect(await story.readStory()).toEqual(told)
    await story.sendAndWait('look again')
    await story.waitForWords('Another way.')

    await story.page.goto(begun)
    await story.waitForAnswer()
    expect(await story.readStory()).toEqual(told)
  })

  test('start over from the opening and keep the old story', async ({ story, provider }) => {
    provider.script(streamText('One way.'), streamText('It begins otherwise.'))
    await story.sendAndWait('look around')
    await story.button('More').click()
    await story.button('Start over').click()
    await story.waitForWords('It begins otherwise.')
    await story.waitForAnswer()
    expect(await story.messages.count()).toBe(0)

    await story.choose('Previous version')
    await story.waitForWords('One way.')
  })
})
