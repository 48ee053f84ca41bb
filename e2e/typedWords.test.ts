import { describe } from 'vitest'

import { pauseAfter, streamText } from './support/answers.ts'
import type { Player } from './support/player.ts'
import { expect, test } from './support/test.ts'

const editor = (player: Player) => player.page.getByRole('textbox', { name: 'What do you do instead?' })

describe('an edit of a message', () => {
  test('is there again after Escape, a reload and a visit to another page', async ({ story, begun, provider }) => {
    provider.script(streamText('A first answer.'), streamText('Another answer.'))
    await story.sendAndWait('I look.')

    await story.choose('Edit', story.messages)
    await editor(story).fill('I write a very long other thing.')
    await editor(story).press('Escape')
    await story.choose('Edit', story.messages)
    expect(await editor(story).inputValue()).toBe('I write a very long other thing.')

    await editor(story).fill('I write it again.')
    await story.page.reload()
    await story.choose('Edit', story.messages)
    expect(await editor(story).inputValue()).toBe('I write it again.')

    await story.openLibrary()
    await story.page.goto(begun)
    await story.choose('Edit', story.messages)
    expect(await editor(story).inputValue()).toBe('I write it again.')

    await story.button('Discard changes').click()
    expect(await editor(story).inputValue()).toBe('I look.')
    await editor(story).fill('I wait.')
    await editor(story).press('Enter')
    await story.waitForWords('Another answer.')
    await story.waitForAnswer()
    await story.choose('Edit', story.messages)
    expect(await editor(story).inputValue()).toBe('I wait.')
  })
})

describe('a message', () => {
  test('is not sent by the Enter that confirms a word, in Safari’s form either', async ({ story, provider }) => {
    await story.input.fill('にほん')
    const isHandled = await story.input.evaluate((input) => {
      const press = { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true }
      return [press, { ...press, isComposing: true }].map((init) =>
        input.dispatchEvent(new KeyboardEvent('keydown', init)),
      )
    })
    expect(isHandled).toEqual([true, true])
    expect(await story.input.inputValue()).toBe('にほん')
    expect(await story.messages.count()).toBe(0)
    expect(provider.requests).toHaveLength(1)
  })

  test('is sent once by a double click, which does not stop the answer', async ({ story, provider }) => {
    const held = pauseAfter('The door opens ')
    provider.script(held.answer)
    await story.input.fill('open the door')
    await story.button('Send').dblclick()
    await story.waitForWords('The door opens')
    await story.button('Stop').waitFor()
    held.resume('wide.')
    await story.waitForWords('The door opens wide.')
    await story.waitForAnswer()
    expect(await story.messages.count()).toBe(1)
    expect(provider.requests).toHaveLength(2)
  })

  test.for([409, 413, 422, 429, 500, 503])(
    'stays in the field when it is refused with %i',
    async (status, { story }) => {
      story.watch.allow(/status of/)
      await story.page.route('**/messages', (route) =>
        route.fulfill({
          status,
          contentType: 'application/problem+json',
          body: JSON.stringify({ code: 'some-refusal', detail: 'It was refused.', hint: 'Try again.' }),
        }),
      )
      await story.send('knock three times')
      await story.error.getByText('It was refused.').waitFor()
      expect(await story.input.inputValue()).toBe('knock three times')
      await story.page.reload()
      await story.waitForAnswer()
      expect(await story.input.inputValue()).toBe('knock three times')
    },
  )
})

describe('a session that is deleted elsewhere', () => {
  test('is called deleted, and keeps what was typed', async ({ story, begun, server }) => {
    story.watch.allow(/status of 410|net::ERR_/)
    await story.input.fill('knock three times')
    await fetch(`${server.address}/api${begun}`, { method: 'DELETE' })
    await story.page.getByRole('heading', { name: 'This session was deleted.' }).waitFor()
    await story.page.getByText('knock three times').waitFor()
    await story.page.getByRole('link', { name: 'Back to the gamebook' }).click()
    await story.button(/^Start/).waitFor()
  })
})
