import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { BOOK, expect, test } from './support/test.ts'

const expectAccessible = async (page: Page): Promise<void> =>
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

describe('the list of sessions', () => {
  test('renames, deletes and restores a session with the keyboard alone', async ({ story }) => {
    const { page } = story
    await page.goto(`/gamebooks/${BOOK.id}`)
    const menu = (name: string) => story.button(`Actions for ${name}`)
    await menu(BOOK.title).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('With the lamp')
    await page.keyboard.press('Enter')
    const link = page.getByRole('main').getByRole('link', { name: /^With the lamp/ })
    await link.waitFor()
    await expectAccessible(page)

    await menu('With the lamp').press('Enter')
    await story.button('Delete').focus()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await link.waitFor({ state: 'detached' })
    await story.button('Undo').and(page.locator(':focus')).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await link.waitFor()
    await page.getByRole('heading', { name: 'Your sessions' }).and(page.locator(':focus')).waitFor()
  })

  test('of all gamebooks is in the library, with what was deleted', async ({ enter, begun }) => {
    const player = await enter({ viewport: { width: 320, height: 640 }, hasTouch: true })
    const { page } = player
    await page.goto(begun)
    await player.waitForAnswer()
    await player.openLibrary()
    await player.button(`Actions for ${BOOK.title}`).click()
    await player.button('Duplicate').click()
    const copy = page.getByRole('main').getByRole('link', { name: new RegExp(`^${BOOK.title} \\(copy\\)`) })
    await copy.waitFor()
    await player.button(`Actions for ${BOOK.title} (copy)`).click()
    await player.button('Delete').click()
    await copy.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('Recently deleted (1)').click()
    await expectAccessible(page)
    expect(await findSmallTargets(page)).toEqual([])
    expect(await measureOverflow(page)).toBe(0)
    await player.button('Delete forever now').click()
    await player.button('Delete forever').click()
    await page.getByText('Recently deleted (1)').waitFor({ state: 'detached' })
  })

  test('shows an open page that its session was deleted, and restores it there', async ({ story, server }) => {
    const { page } = story
    story.watch.allow(/status of 410 \(Gone\)/)
    const id = new URL(page.url()).pathname
    await fetch(`${server.address}/api${id}`, { method: 'DELETE' })
    await page.getByRole('heading', { name: 'This session was deleted.' }).waitFor()
    await expectAccessible(page)
    await story.button('Restore this session').press('Enter')
    await story.input.waitFor()
    await story.waitForWords('It begins.')
  })
})
