import { describe } from 'vitest'

import { pauseAfter, streamText, streamReasoning } from './support/answers.ts'
import { measureOverflow } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const LONG = Array.from({ length: 60 }, (_, index) => `Paragraph ${index + 1} of a long answer.`).join('\n\n')

describe('a reader', () => {
  test('follows new text at the end, and is not scrolled further up', async ({ story, provider }) => {
    const { page } = story
    const held = pauseAfter(LONG)
    provider.script(held.answer)
    await story.send('tell me everything')
    const last = story.lastAnswer.getByText('Paragraph 60 of')
    await last.waitFor()
    await page.waitForFunction(() => scrollY + innerHeight > document.documentElement.scrollHeight - 2)

    await page.mouse.move(640, 300)
    await page.mouse.wheel(0, -900)
    await story.button('Continue reading').waitFor()
    const place = await page.evaluate(() => scrollY)
    held.resume(`\n\n${LONG} The last words.`)
    await story.waitForAnswer()
    expect(await page.evaluate(() => scrollY)).toBe(place)

    await story.button('Continue reading').click()
    await story.button('Continue reading').waitFor({ state: 'detached' })
    await page.waitForFunction(() => scrollY + innerHeight > document.documentElement.scrollHeight - 2)
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
