import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { pauseAfter, streamText } from './support/answers.ts'
import type { Player } from './support/player.ts'
import { expect, test } from './support/test.ts'

const PAGES = [
  { width: 360, height: 740, isMobile: true, hasTouch: true },
  { width: 1280, height: 800 },
].map(({ width, height, ...touch }) => ({ viewport: { width, height }, ...touch }))
const LENGTHS = [30, 250, 900]

const writeWords = (count: number, name = 'word'): string =>
  Array.from({ length: count }, (_, index) => `${name}${index}${(index + 1) % 40 === 0 ? '.\n\n' : ' '}`).join('')

describe.for(PAGES)('at $viewport.width px', ({ ...page }) => {
  test.for(LENGTHS)(
    'an answer of %d words begins at the top and never moves',
    async (length, { enter, begun, provider }) => {
      const player = await enter(page)
      await player.page.goto(begun)
      await player.waitForAnswer()
      // The story is longer than the window, whatever comes.
      provider.script(streamText(writeWords(300, 'earlier')))
      await player.sendAndWait('I wait.')

      const held = pauseAfter(writeWords(length))
      provider.script(held.answer)
      await player.send('I listen.')
      await player.waitForWords('word0')
      const first = await readFirstLine(player.page)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first).toBeLessThan(150)
      await player.waitForWords(`word${length - 2} `)
      expect(await readFirstLine(player.page)).toBe(first)
      held.resume('The end.')
      await player.waitForAnswer()
      expect(await readFirstLine(player.page)).toBe(first)
      await player.page.reload()
      await player.waitForAnswer()
      await expectFirstLineInView(player)
    },
  )

  test('the first line follows a message that fills the window', async ({ enter, begun, provider }) => {
    const player = await enter(page)
    await player.page.goto(begun)
    await player.waitForAnswer()
    provider.script(streamText(writeWords(900)))
    await player.sendAndWait('I say this again and again. '.repeat(200))
    await expectFirstLineInView(player)
  })

  test('nothing moves while an earlier turn is read', async ({ enter, begun, provider }) => {
    const player = await enter(page)
    await player.page.goto(begun)
    await player.waitForAnswer()
    const held = pauseAfter(writeWords(600))
    provider.script(held.answer)
    await player.send('I listen.')
    await player.waitForWords('word598')
    await player.page.evaluate(() => window.scrollTo(0, 0))
    held.resume(writeWords(600))
    await player.waitForAnswer()
    expect(await player.page.evaluate(() => scrollY)).toBe(0)
  })
})

/** How far the first line of the last answer is below the header, in CSS pixels. */
const readFirstLine = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [prose] = [...document.querySelectorAll('article[data-role=narrator]')].at(-1)?.querySelectorAll('p') ?? []
    const header = document.querySelector('header')
    if (prose === undefined || header === null) throw new Error('There is no answer.')
    return Math.round(prose.getBoundingClientRect().top - header.getBoundingClientRect().bottom)
  })

async function expectFirstLineInView({ page }: Player): Promise<void> {
  const half = (page.viewportSize()?.height ?? 0) / 2
  await expect.poll(() => readFirstLine(page)).toBeLessThan(half)
  expect(await readFirstLine(page)).toBeGreaterThanOrEqual(0)
}
