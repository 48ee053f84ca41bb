import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { callTool, pauseAfter, streamText } from './support/answers.ts'
import { readFocus } from './support/focus.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { BOOK, expect, test as base } from './support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

const test = base.extend('phone', ({ enter }) => enter(PHONE))

const suggestions = (page: Page) => page.getByRole('region', { name: 'Suggestions' })
const chip = (page: Page, name: string) => suggestions(page).getByRole('button', { name, exact: true })

describe('suggestions', () => {
  test('are chosen with the keyboard alone', async ({ player }) => {
    const { page } = player
    await player.startStory(BOOK.title)
    await suggestions(page).waitFor()
    await page.locator('main').focus()
    await page.keyboard.press('1')
    expect(await readFocus(page)).toMatchObject({
      name: expect.stringContaining('Go along the footprints'),
      isVisible: true,
    })
    await page.keyboard.press('Enter')
    await player.waitForPlace('Drowned gate')
    await player.waitForAnswer()
    expect(await readFocus(page)).not.toBeNull()

    await player.input.fill('1')
    await page.getByText('Go through the tall doors', { exact: true }).first().waitFor()
    await page.keyboard.press('Enter')
    await player.waitForPlace('Great hall')
    await player.waitForAnswer()
    await suggestions(page).waitFor()
    const why = page.getByRole('button', { name: 'Why not? Go across to the gallery' })
    await why.focus()
    await page.keyboard.press('Enter')
    await page.getByText('The stair to the gallery lies in pieces.', { exact: false }).last().waitFor()
    expect(await player.messages.count()).toBe(2)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  test('are one row above the input on a phone', async ({ phone }) => {
    const { page } = phone
    await phone.startStory(BOOK.title)
    await suggestions(page).waitFor()
    expect(await measureOverflow(page)).toBe(0)
    expect(await findSmallTargets(page)).toEqual([])
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await chip(page, 'Go home across the sand').tap()
    await phone.ending.waitFor()
    expect(await suggestions(page).count()).toBe(0)
  })

  test('are done once, though the model does the same again, and never shown while it writes', async ({
    story,
    provider,
  }) => {
    const { page } = story
    const paused = pauseAfter('You walk.')
    provider.script(callTool('go_to', { to: 'drowned_gate' }), paused.answer)
    await chip(page, 'Go along the footprints to the gate of the library').dblclick()
    await story.waitForWords('You walk.')
    expect(await suggestions(page).count()).toBe(0)
    paused.resume(' You arrive.')
    await story.waitForAnswer()
    await suggestions(page).waitFor()
    expect(await story.messages.count()).toBe(1)
    expect(await story.lastAnswer.getByText('You went to the drowned gate').count()).toBe(1)
  })

  test('of a page that is behind change nothing, and lose nothing that was typed', async ({ story, provider }) => {
    const { page } = story
    story.watch.allow(/409/)
    provider.script(streamText('There.'))
    await story.input.fill('I am still writing')
    await page.route('**/messages', async (route) => {
      const body = { ...route.request().postDataJSON(), headId: '01234567-89ab-7def-8123-456789abcdef' }
      await route.continue({ postData: JSON.stringify(body) })
    })
    await chip(page, 'Go along the footprints to the gate of the library').click()
    await story.error.getByText('Choose again', { exact: false }).waitFor()
    expect(await story.input.inputValue()).toBe('I am still writing')
    expect(await story.messages.count()).toBe(0)
    await page.unroute('**/messages')
    await chip(page, 'Go along the footprints to the gate of the library').click()
    await story.waitForPlace('Drowned gate')
    await story.waitForAnswer()
    expect(await story.input.inputValue()).toBe('I am still writing')
  })

  test('can be turned off', async ({ player }) => {
    const { page } = player
    await player.startStory(BOOK.title)
    await suggestions(page).waitFor()
    await player.button('Display settings').click()
    await page.getByRole('group', { name: 'Show suggestions' }).getByText('No').click()
    await suggestions(page).waitFor({ state: 'detached' })
    await page.reload()
    await player.input.waitFor()
    expect(await suggestions(page).count()).toBe(0)
  })
})
