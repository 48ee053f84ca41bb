import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { describe } from 'vitest'

import { CELLAR, WAREHOUSE } from './support/checkedGamebooks.ts'
import { readFocus, tabTo } from './support/focus.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import type { Player } from './support/player.ts'
import { expect, FIRST_BOOK, test } from './support/test.ts'
import { writeGamebook } from './support/writeGamebook.ts'

const SUMMARY = 'Check this gamebook (for authors: contains spoilers)'
const BUSY = /^\d+ of \d+ questions decided.*; \d+ s of at most 60 s$/
const LOST = 'The connection was lost before the check was done.'

test('a shipped gamebook is checked once, and the result is kept', async ({ player, server }) => {
  // Only authors are offered the check of a shipped gamebook: it contains spoilers.
  await player.page.addInitScript(() =>
    localStorage.setItem('llm-gamebook:reader', JSON.stringify({ view: 'workshop' })),
  )
  await openCheck(player, FIRST_BOOK.id)
  await player.page.getByText(/^No problems found: all \d+ questions are decided\.$/).waitFor()
  const effort = await player.page.getByText(/^Explored [\d,]+ states and [\d,]+ calls in /).textContent()
  const endings = player.page.getByRole('region', { name: 'Endings' }).last()
  expect(await endings.getByText(/: reached in \d+ steps? \(/).count()).toBe(3)
  expect(await readdir(join(server.dataFolder, 'checks'))).toHaveLength(1)

  await server.kill()
  await server.restart()
  await openCheck(player, FIRST_BOOK.id)
  await player.page.getByText(effort ?? '', { exact: true }).waitFor()
})

describe('the result', () => {
  test('says what is proven, what a replay shows, and what is not known', async ({ player, server }) => {
    await writeGamebook(server, 'my/cellar', CELLAR)
    await openCheck(player, 'my/cellar')
    await player.page.getByText(/^\d warnings and 1 note; \d of \d+ questions (is|are) open\.$/).waitFor()
    const problems = player.page.getByRole('list', { name: 'Problems' }).getByRole('listitem')
    const violated = problems.filter({ hasText: 'The invariant "the lamp has oil" is violated.' })
    await violated.getByText('line 3, column 41').waitFor()
    await violated.getByText('Shown by a replay of 2 calls.').waitFor()
    const steps = violated.getByRole('list', { name: 'Steps to reproduce' }).getByRole('listitem')
    expect((await steps.allTextContents()).join(' ')).toContain('burn()')
    await problems.filter({ hasText: 'never read' }).getByText('Proven.').waitFor()
    await problems.filter({ hasText: 'Did you mean "edges"?' }).waitFor()

    const open = player.page.getByRole('region', { name: 'Not known' })
    await open.getByText('whether the function "buy" can succeed').waitFor()
    await open.getByText(/so the checker can decide it\.$/).waitFor()
    await player.page.getByText('Out: reached in 1 step').waitFor()
  })

  test.for([
    ['light', 360],
    ['dark', 1280],
  ] as const)('is accessible and fits the page: %s, %s px', async ([colorScheme, width], { enter, server }) => {
    await writeGamebook(server, 'my/cellar', CELLAR)
    await writeGamebook(server, 'my/warehouse', WAREHOUSE)
    const isPhone = width === 360
    const viewport = { width, height: 740 }
    const player = await enter({ colorScheme, reducedMotion: 'reduce', viewport, isMobile: isPhone, hasTouch: isPhone })
    const { page } = player
    await openCheck(player, 'my/cellar')
    await page.getByText(/questions (is|are) open/).waitFor()
    await expectGood(page, isPhone)

    await openCheck(player, 'my/warehouse')
    await page.getByText(BUSY).waitFor()
    await expectGood(page, isPhone)
    await player.button('Cancel').click()
    await player.button('Check again').waitFor()
    await expectGood(page, isPhone)
  })
})

describe('a check in progress', () => {
  test('is canceled and started again by keyboard only', async ({ enter, server }) => {
    await writeGamebook(server, 'my/warehouse', WAREHOUSE)
    const player = await enter({ reducedMotion: 'reduce' })
    const { page } = player
    await page.goto('/gamebooks/my/warehouse')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const stops = await tabTo(page, SUMMARY)
    expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(BUSY).waitFor()
    await tabTo(page, 'Cancel')
    await page.keyboard.press('Enter')
    await page.getByText('The check was canceled.').waitFor()
    expect(await readFocus(page)).toEqual({ name: 'Check again', isVisible: true })
    expect(await page.getByRole('progressbar').count()).toBe(0)

    await page.keyboard.press('Enter')
    await page.getByRole('progressbar', { name: 'Progress of the check' }).waitFor()
    await page.getByText(BUSY).waitFor()
    await player.button('Cancel').click()
  })

  test('ends with an error when the connection is lost, and is started again', async ({ server, proxy, enter }) => {
    await writeGamebook(server, 'my/warehouse', WAREHOUSE)
    const player = await enter({ address: proxy.address })
    player.watch.allow(/net::ERR_/)
    await openCheck(player, 'my/warehouse')
    await player.page.getByText(BUSY).waitFor()
    proxy.cut()
    await expectStopped(player, LOST)

    await player.button('Check again').click()
    await expectStopped(player, 'Can’t reach the server.')
    proxy.restore()
    await player.button('Check again').click()
    await player.page.getByText(BUSY).waitFor()
    await player.button('Cancel').click()
  })

  test('ends with an error when the server ends, and is started again', async ({ server, player }) => {
    await writeGamebook(server, 'my/warehouse', WAREHOUSE)
    player.watch.allow(/net::ERR_/)
    await openCheck(player, 'my/warehouse')
    await player.page.getByText(BUSY).waitFor()
    await server.kill()
    await expectStopped(player, LOST)
    await server.restart()
    await player.button('Check again').click()
    await player.page.getByText(BUSY).waitFor()
    await player.button('Cancel').click()
  })
})

async function openCheck({ page }: Player, id: string): Promise<void> {
  await page.goto(`/gamebooks/${id}`)
  await page.getByText(SUMMARY).click()
}

async function expectStopped({ page }: Player, detail: string): Promise<void> {
  const error: Locator = page.getByRole('alert').filter({ hasText: detail })
  await error.waitFor()
  await page.getByRole('button', { name: 'Check again' }).waitFor()
  expect(await page.getByText(BUSY).count()).toBe(0)
  expect(await page.getByRole('progressbar').count()).toBe(0)
}

async function expectGood(page: Page, isPhone: boolean): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(await measureOverflow(page)).toBe(0)
  if (isPhone) expect(await findSmallTargets(page)).toEqual([])
}
