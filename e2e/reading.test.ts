import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { pauseAfter, streamText, streamReasoning } from './support/answers.ts'
import { readFocus } from './support/focus.ts'
import { measureOverflow } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const LONG = Array.from({ length: 60 }, (_, index) => `Paragraph ${index + 1} of a long answer.`).join('\n\n')

describe('a reader', () => {
  test('continues screen by screen, with a button that covers nothing', async ({ story, provider }) => {
    const { page } = story
    const held = pauseAfter(LONG)
    provider.script(held.answer)
    await story.send('tell me everything')
    await story.lastAnswer.getByText('Paragraph 60 of').waitFor()
    const button = story.button('Continue reading')
    await button.waitFor()
    const readGap = () =>
      button.evaluate((shown) => shown.getBoundingClientRect().top - (shown.closest('form')?.offsetTop ?? 0))
    expect(await readGap()).toBeGreaterThanOrEqual(0)

    const seen = await readLinesInView(page)
    await button.click()
    const last = seen.at(-1) ?? 0
    await expect.poll(async () => (await readLinesInView(page)).at(-1)).toBeGreaterThan(last)
    expect((await readLinesInView(page))[0]).toBeLessThanOrEqual(last + 1)
    held.resume(' The last words.')
    await story.waitForAnswer()
    await button.focus()
    while (await button.isVisible()) await page.keyboard.press('Enter')
    await expect.poll(async () => (await readLinesInView(page)).at(-1)).toBe(60)
    expect((await readFocus(page))?.name).toBe('Send')
  })

  test("finds the model's reasoning collapsed", async ({ story, provider }) => {
    provider.script(streamReasoning('They must not find the key yet.', 'The drawer is locked.'))
    await story.sendAndWait('open the drawer')
    await story.waitForWords('The drawer is locked.')
    const thought = story.lastAnswer.getByText('They must not find the key yet.')
    expect(await thought.isVisible()).toBe(false)
    await story.lastAnswer.getByText(/^Thought for/).click()
    await thought.waitFor()
  })

  test('sets the display permanently', async ({ story }) => {
    const { page } = story
    const sizeOf = () =>
      story.lastAnswer
        .locator('p')
        .first()
        .evaluate((prose) => getComputedStyle(prose).fontSize)
    const before = Number.parseFloat(await sizeOf())
    await story.button('Display settings').click()
    await page.getByText('Larger', { exact: true }).click()
    await page.getByText('Lamplight (dark)', { exact: true }).click()
    await page.reload()
    await story.waitForAnswer()
    expect(Number.parseFloat(await sizeOf())).toBeGreaterThan(before * 1.2)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
  })

  test('needs no sideways scrolling at four times the size', async ({ enter, begun, provider }) => {
    const player = await enter({ viewport: { width: 320, height: 256 } })
    await player.page.goto(begun)
    await player.waitForAnswer()
    provider.script(streamText(LONG))
    await player.sendAndWait('tell me everything')
    expect(await measureOverflow(player.page)).toBe(0)
    for (const path of ['/', '/gamebooks/example/low-water', '/nowhere']) {
      await player.page.goto(path)
      await player.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
      expect(await measureOverflow(player.page)).toBe(0)
    }
  })
})

/** The numbers of the paragraphs that are in view as a whole. */
const readLinesInView = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const top = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
    const bottom = document.querySelector('form')?.getBoundingClientRect().top ?? 0
    return [...document.querySelectorAll('article p')].flatMap((line) => {
      const number = /Paragraph (\d+)/.exec(line.textContent)?.[1]
      const at = line.getBoundingClientRect()
      return number !== undefined && at.top >= top && at.bottom <= bottom ? [Number(number)] : []
    })
  })
