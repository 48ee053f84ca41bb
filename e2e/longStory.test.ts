import type { Locator, Page, Route } from 'playwright-core'
import { describe } from 'vitest'

import { streamText } from './support/answers.ts'
import { readFocus, tabTo } from './support/focus.ts'
import type { Player } from './support/player.ts'
import { playTurns } from './support/serverApi.ts'
import { expect, test as base } from './support/test.ts'

const EARLIER = '**/messages?*'
const TURNS = 16
/** So long that the server sends only some messages at once. */
const PAGES_OF_TEXT = Array.from({ length: 40 }, (_, line) => {
  const bells = Array.from({ length: 8 }, (_none, bell) => `All quiet at bell ${line * 8 + bell}.`)
  return `Line ${line} of a long answer. ${bells.join(' ')}`
})
const messageOf = (turn: number): string => `I wait for hour ${turn}.`
const answerOf = (turn: number): string => [`The bell strikes ${turn}.`, ...PAGES_OF_TEXT].join('\n\n')
const turns = Array.from({ length: TURNS }, (_, index) => index + 1)

/** The path of a session with a story of many pages. */
const test = base.extend('long', async ({ begun, provider, server }) => {
  provider.script(...turns.map((turn) => streamText(answerOf(turn))))
  await playTurns(server, begun, turns.map(messageOf))
  return begun
})

describe('a long story', () => {
  test('opens at its newest turn, and is whole for those who scroll up', async ({ player, long, provider }) => {
    const { page } = player
    await openEnd(player, long)
    expect(await player.messages.count()).toBeLessThan(TURNS)
    await page.mouse.move(640, 300)
    while (!(await isWhole(page))) await page.mouse.wheel(0, -2000)
    expect(await readMessages(player)).toEqual(turns.map(messageOf))
    expect(await page.getByRole('log', { name: 'New story text' }).textContent()).toBe('')
    expect(await player.button(/earlier messages/).count()).toBe(0)

    await player.button('Continue reading').click()
    provider.script(streamText('The last bell.'))
    await player.sendAndWait('I wait on.')
    await page.waitForFunction(() => scrollY + innerHeight > document.documentElement.scrollHeight - 2)
    expect(await readMessages(player)).toEqual([...turns.map(messageOf), 'I wait on.'])
  })

  test('holds still while earlier messages arrive', async ({ player, long }) => {
    const { page } = player
    const requests = await holdRequests(page)
    await openEnd(player, long)
    for (const key of ['Home', 'PageUp']) {
      const oldest = page.getByText(await readOldest(player), { exact: true })
      await page.evaluate(() => window.scrollTo(0, 900))
      await page.keyboard.press(key)
      await page.waitForFunction((end) => scrollY <= end, key === 'Home' ? 0 : 300)
      await settle(page)
      const top = await topOf(oldest)
      await requests.release()
      await oldest.and(player.messages.first().locator('p')).waitFor({ state: 'detached' })
      await settle(page)
      expect(Math.abs((await topOf(oldest)) - top)).toBeLessThan(2)
    }
  })

  test('loads by keyboard, says when it fails, and keeps the focus', async ({ player, long }) => {
    const { page } = player
    player.watch.allow(/Failed to load resource|net::ERR_/)
    await page.route(EARLIER, (route) => route.abort())
    await openEnd(player, long)
    await page.keyboard.press('Home')
    await player.error.waitFor()
    expect(await player.error.textContent()).toContain('Can’t reach the server.')
    await player.button('Try again').focus()
    await page.unroute(EARLIER)
    while (!(await isWhole(page))) {
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-disabled') !== 'true')
    }
    expect((await readFocus(page))?.name).toBe('The Library at Low Water')
    expect(await readMessages(player)).toEqual(turns.map(messageOf))
  })

  test('is searched, and shows what was found', async ({ player, long, provider }) => {
    const { page } = player
    await openEnd(player, long)
    await tabTo(page, 'Find in story')
    await page.keyboard.press('Enter')
    await page.keyboard.type('BELL strikes 2.')
    const results = page.getByRole('search')
    await results.getByText('1 message', { exact: true }).waitFor()
    await tabTo(page, 'Close search')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await results.waitFor({ state: 'detached' })
    const found = page.getByText('The bell strikes 2.', { exact: true })
    await expect.poll(() => isInView(found)).toBe(true)
    await expect.poll(async () => (await readFocus(page))?.name).toBe('The narrator')
    expect((await readMessages(player)).slice(-20)).toEqual(turns.slice(-20).map(messageOf))

    await player.button('Find in story').click()
    await page.keyboard.press('Escape')
    expect((await readFocus(page))?.name).toBe('Find in story')
    provider.script(streamText('The last bell.'))
    await player.sendAndWait('I wait on.')
    await player.waitForWords('The last bell.')
  })

  test('is whole after a lost connection', async ({ enter, long, proxy, provider, server }) => {
    const far = await enter({ address: proxy.address })
    const { page } = far
    far.watch.allow(/net::ERR_/)
    await openEnd(far, long)
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.querySelectorAll('article').length > 20)
    const loaded = await readMessages(far)

    proxy.cut()
    await page.getByText('Connection lost. Reconnecting… Nothing is lost.').waitFor()
    provider.script(streamText('Meanwhile.'))
    await playTurns(server, long, ['I wait elsewhere.'])
    proxy.restore()
    await far.waitForWords('Meanwhile.')
    expect(await readMessages(far)).toEqual([...loaded, 'I wait elsewhere.'])
  })
})

async function openEnd(player: Player, path: string): Promise<void> {
  await player.page.goto(path)
  await player.waitForWords(`The bell strikes ${TURNS}.`)
  await expect.poll(() => isInView(player.lastAnswer.getByText(`The bell strikes ${TURNS}.`))).toBe(true)
}

const isWhole = (page: Page): Promise<boolean> => page.evaluate(() => document.querySelector('[data-opening]') !== null)

const readMessages = (player: Player): Promise<readonly string[]> => player.messages.locator('p').allTextContents()

const readOldest = async (player: Player): Promise<string> => (await readMessages(player))[0] ?? ''

const topOf = (element: Locator): Promise<number> => element.evaluate((shown) => shown.getBoundingClientRect().top)

const isInView = (element: Locator): Promise<boolean> =>
  element.evaluate((shown) => {
    const { top, bottom } = shown.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

/** Waits for two frames: pages that come into view are laid out in the first. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Holds each request for earlier messages until it is released. */
async function holdRequests(page: Page): Promise<{ release(): Promise<void> }> {
  let held = Promise.withResolvers<Route>()
  await page.route(EARLIER, (route) => held.resolve(route))
  return {
    async release() {
      const route = await held.promise
      held = Promise.withResolvers<Route>()
      await route.continue()
    },
  }
}
