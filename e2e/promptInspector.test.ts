import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { callTool, streamText } from './support/answers.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
const CLIPBOARD = ['clipboard-read', 'clipboard-write']

describe('what was sent', () => {
  test('is the bytes that the provider received, for each request of an answer', async ({ story, provider }) => {
    const { page } = story
    await page.context().grantPermissions(CLIPBOARD)
    provider.script(callTool('go_to', { exit: 'nowhere' }), streamText('There is no such door.'))
    await story.sendAndWait('through the “wall” — ü 🜂')
    await story.lastAnswer.getByText('Scripted', { exact: true }).click()
    await story.lastAnswer.getByRole('link', { name: 'What was sent' }).click()
    await page.getByRole('heading', { name: 'What was sent', level: 1 }).waitFor()

    const [first, second] = provider.requests.slice(-2)
    await page.getByRole('button', { name: 'Copy all' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await readClipboard(page)).toBe(first)
    await page.getByRole('button', { name: /^The player says/ }).click()
    await page.locator('pre').getByText('through the “wall” — ü 🜂').waitFor()
    await page.getByRole('button', { name: 'Copy block' }).click()
    await page.getByRole('button', { name: 'Copied' }).last().waitFor()
    const block = await readClipboard(page)
    expect(first).toContain(block)
    expect(JSON.parse(block.replace(/^,/, ''))).toMatchObject({ role: 'user' })

    await page.getByRole('link', { name: 'Request 2' }).click()
    await page.getByRole('link', { name: 'Request 2' }).and(page.locator('[aria-current]')).waitFor()
    await page.getByRole('button', { name: 'Copy all' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await readClipboard(page)).toBe(second)
  })

  test('can be read and searched with the keyboard alone', async ({ story, provider }) => {
    const { page } = story
    provider.script(streamText('Nothing answers.'))
    await story.sendAndWait('call out to the keeper')
    await openLastRequest(page)
    const search = page.getByRole('textbox', { name: 'Find in this request' })
    await search.focus()
    await page.keyboard.type('call out')
    await page.getByText('1 of 1', { exact: true }).waitFor()
    await page.locator('mark[data-current]').waitFor()
    await search.fill('')
    const rules = page.getByRole('button', { name: /^Rules, story and world/ })
    while (!(await rules.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('pre').getByText('interactive story').waitFor()
    await page.keyboard.press('Enter')
    expect(await page.locator('pre').count()).toBe(0)
  })

  test.for([
    ['light', 360],
    ['dark', 360],
    ['light', 768],
    ['dark', 768],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('fits the screen in %s at %i pixels', async ([colorScheme, width], { enter, begun, provider }) => {
    const size = width === 360 ? PHONE : { viewport: { width, height: 900 } }
    const player = await enter({ colorScheme, reducedMotion: 'reduce', ...size })
    const { page } = player
    await page.goto(begun)
    await player.waitForAnswer()
    provider.script(streamText('The tide turns.'))
    await player.sendAndWait('wait')
    await openLastRequest(page)
    await expectFitting(page, width === 360)
    await page.getByRole('button', { name: /^State of this turn/ }).click()
    await page.getByRole('button', { name: /^Functions/ }).click()
    await expectFitting(page, width === 360)
  })
})

async function openLastRequest(page: Page): Promise<void> {
  const answer = page.getByRole('article', { name: 'The narrator' }).last()
  await answer.getByText('Scripted', { exact: true }).click()
  await answer.getByRole('link', { name: 'What was sent' }).click()
  await page.getByRole('heading', { name: /^Blocks/ }).waitFor()
}

const readClipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

async function expectFitting(page: Page, isTouched: boolean): Promise<void> {
  expect(await measureOverflow(page)).toBe(0)
  if (isTouched) expect(await findSmallTargets(page)).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
