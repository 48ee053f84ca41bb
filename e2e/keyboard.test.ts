import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { pauseAfter, listModels, streamText } from './support/answers.ts'
import { readFocus, tabTo } from './support/focus.ts'
import { expect, FIRST_BOOK, test as base } from './support/test.ts'

/** Without transitions a look is what it is at once. */
const test = base.extend('player', ({ enter }) => enter({ reducedMotion: 'reduce' }))

describe('by keyboard only', () => {
  test('a story is opened, played, undone and ended', async ({ player }) => {
    const { page } = player
    const { keyboard } = page
    await player.openLibrary()
    await goTo(page, 'Open the gamebook')
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: FIRST_BOOK.title }).waitFor()
    expect((await readFocus(page))?.name).toBe(FIRST_BOOK.title)

    await goTo(page, 'Start')
    await keyboard.press('Enter')
    await player.waitForAnswer()
    expect((await readFocus(page))?.name).toBe(FIRST_BOOK.title)

    await goTo(page, 'What do you do?')
    const places = ['Shop', 'Workroom', 'Yard', 'Workroom']
    for (const [index, place] of places.entries()) {
      await keyboard.type(FIRST_BOOK.walk[index] ?? '')
      await keyboard.press('Enter')
      await player.waitForPlace(place)
      await player.waitForAnswer()
      expect((await readFocus(page))?.name).toBe('What do you do?')
    }

    await keyboard.type(FIRST_BOOK.walk.at(-1) ?? '')
    await keyboard.press('Enter')
    await player.ending.waitFor()
    expect((await readFocus(page))?.name).toBe(FIRST_BOOK.ending)
    await goTo(page, 'Play again')
    await keyboard.press('Enter')
    await player.input.waitFor()
    await player.waitForAnswer()
    expect(await readFocus(page)).not.toBeNull()
  })

  test('an answer is stopped, retried and selected, and a message is edited', async ({ story, provider }) => {
    const { page } = story
    const { keyboard } = page
    const held = pauseAfter('The door opens a hand wide, ')
    provider.script(held.answer, streamText('The door stays shut.'), streamText('The window opens.'))
    await story.input.focus()
    await keyboard.type('open the door')
    await keyboard.press('Shift+Enter')
    await keyboard.type('slowly')
    await keyboard.press('Enter')
    await story.waitForWords('a hand wide,')
    await keyboard.press('Escape')
    await story.waitForWords('You stopped the narrator here.')
    expect(await story.messages.locator('p').innerText()).toBe('open the door\nslowly')

    await page.getByRole('article', { name: 'You' }).focus()
    await goTo(page, 'Retry')
    await keyboard.press('Enter')
    await story.waitForWords('The door stays shut.')
    await story.waitForAnswer()
    expect(await readFocus(page)).not.toBeNull()
    await goTo(page, 'Previous version')
    await keyboard.press('Enter')
    await story.waitForWords('a hand wide,')
    expect(await readFocus(page)).not.toBeNull()

    await page.getByRole('article', { name: 'You' }).focus()
    await goTo(page, 'Edit')
    await keyboard.press('Enter')
    expect((await readFocus(page))?.name).toBe('What do you do instead?')
    await keyboard.press('Escape')
    expect(await readFocus(page)).not.toBeNull()
    await page.getByRole('article', { name: 'You' }).focus()
    await goTo(page, 'Edit')
    await keyboard.press('Enter')
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type('open the window')
    await keyboard.press('Enter')
    await story.waitForWords('The window opens.')
    await story.waitForAnswer()
    expect(await readFocus(page)).not.toBeNull()
  })

  test('a model is created, reordered, chosen and used', async ({ story, provider }) => {
    const { page } = story
    const { keyboard } = page
    await page.goto('/models/new')
    await page.getByRole('radio', { name: 'Anthropic' }).waitFor()
    await goTo(page, 'Anthropic')
    for (let step = 0; step < 8; step += 1) await keyboard.press('ArrowRight')
    await goTo(page, 'Name')
    await keyboard.type('Quill')
    await goTo(page, 'Base URL')
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type(provider.baseUrl)
    provider.script(listModels('quill-large', 'quill-small'))
    await keyboard.press('Shift+Tab')
    await keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'quill-small' }).waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    expect(await page.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('quill-small')
    await goTo(page, 'Save')
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor()
    expect((await readFocus(page))?.name).toBe('Models')

    await goTo(page, 'Move Quill up')
    await keyboard.press('Enter')
    await page.getByText('Moved “Quill” to position 2 of 3.').waitFor()
    expect((await readFocus(page))?.name).toBe('Move Quill up')
    await keyboard.press('Alt+ArrowUp')
    await page.getByText('Moved “Quill” to position 1 of 3.').waitFor()

    await page.goBack()
    await page.goBack()
    await story.waitForAnswer()
    await goTo(page, 'Narrator')
    await keyboard.press('ArrowDown')
    await keyboard.press('Home')
    await keyboard.press('Enter')
    await page.getByText('Switching…').waitFor({ state: 'detached' })
    await goTo(page, 'What do you do?')
    await keyboard.type('go on')
    provider.script(streamText('A quill tells.'))
    await keyboard.press('Enter')
    await story.waitForWords('A quill tells.')
  })

  test('panels open, close with Escape and return the focus', async ({ story }) => {
    const { page } = story
    for (const [button, inside] of [
      ['Menu', 'Gamebooks'],
      ['Display settings', 'Normal'],
      ['More', 'Back to the gamebook'],
    ] as const) {
      await page.getByRole('heading', { level: 1 }).focus()
      await story.button(button).focus()
      await page.keyboard.press('Enter')
      await goTo(page, inside)
      await page.keyboard.press('Escape')
      expect((await readFocus(page))?.name).toBe(button)
    }
  })

  test('skip links lead past the header', async ({ story }) => {
    const { page } = story
    await page.reload()
    await story.waitForAnswer()
    await goTo(page, 'Skip to the input')
    await page.keyboard.press('Enter')
    expect((await readFocus(page))?.name).toBe('What do you do?')
  })
})

/** By Tab; the focus can be seen all the way. */
async function goTo(page: Page, name: string): Promise<void> {
  const stops = await tabTo(page, name)
  expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([])
}
