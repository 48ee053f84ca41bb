import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { pauseAfter, streamText } from './support/answers.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const WRONG = 'You walk into the great hall.'
const TEXT = `A bell rings under the boards, and the water answers it. ${WRONG} Nobody is there.`
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

describe('a passage that is not so', () => {
  test('is marked with what is true, and a retry with the facts sends it', async ({ story, provider }) => {
    provider.script(streamText(TEXT))
    await story.sendAndWait('look around')
    const { page, lastAnswer } = story
    await lastAnswer.locator('mark').getByText('great hall').waitFor()

    const sign = lastAnswer.getByText('Correction')
    await sign.focus()
    await page.keyboard.press('Enter')
    const fact = await lastAnswer
      .getByText(/^You are still/)
      .first()
      .textContent()

    provider.script(streamText('You look around, and the water goes on rising under the boards.'))
    await lastAnswer.getByRole('button', { name: 'Retry with the facts' }).click()
    await story.waitForWords('goes on rising')
    await story.waitForAnswer()
    const sent = provider.requests.at(-1)
    expect(sent).toContain(WRONG)
    expect(sent).toContain(fact)
    await story.lastAnswer.getByText('2 of 2').waitFor()
    expect(await story.lastAnswer.locator('mark').count()).toBe(0)
  })

  test('is rewritten once before it is shown, and the page says what it waits for', async ({ story, provider }) => {
    const { page } = story
    await page.goto(`${page.url()}/settings`)
    await page.getByText('Rewrite it once').click()
    await page.getByText('All changes are saved.').waitFor()
    await page.getByRole('link', { name: 'Back to the story' }).click()
    await story.input.waitFor()
    const first = pauseAfter('A bell rings under the boards. ')
    provider.script(first.answer, streamText('You look around, and the water goes on rising under the boards.'))
    await story.send('look around')
    await story.lastAnswer.getByText(/^Writing, checking and, if needed, rewriting\./).waitFor()
    expect(await story.lastAnswer.getByText('A bell rings').count()).toBe(0)
    first.resume(WRONG)
    await story.waitForWords('goes on rising')
    await story.waitForAnswer()
    await story.lastAnswer.getByText('2 of 2').waitFor()
    expect(await story.lastAnswer.locator('mark').count()).toBe(0)
  })

  test('is not marked if answers are not checked', async ({ story, provider }) => {
    const { page } = story
    await page.goto(`${page.url()}/settings`)
    await page.getByRole('group', { name: 'Check answers' }).getByLabel('Off').check()
    await page.getByText('All changes are saved.').waitFor()
    await page.getByRole('link', { name: 'Back to the story' }).click()
    await story.input.waitFor()
    provider.script(streamText(TEXT))
    await story.sendAndWait('look around')
    expect(await story.lastAnswer.locator('mark').count()).toBe(0)
    await expect.poll(() => story.lastAnswer.getByText('Correction').count()).toBe(0)
  })

  test.for([
    ['light', 360],
    ['dark', 360],
    ['light', 768],
    ['dark', 1280],
  ] as const)('fits the screen in %s at %i pixels', async ([colorScheme, width], { enter, begun, provider }) => {
    const size = width === 360 ? PHONE : { viewport: { width, height: 900 } }
    const player = await enter({ colorScheme, reducedMotion: 'reduce', ...size })
    await player.page.goto(begun)
    await player.waitForAnswer()
    provider.script(streamText(TEXT))
    await player.sendAndWait('look around')
    await player.lastAnswer.getByText('Correction').click()
    await player.lastAnswer
      .getByText(/^You are still/)
      .first()
      .waitFor()
    await expectFitting(player.page, width === 360)
  })
})

async function expectFitting(page: Page, isTouched: boolean): Promise<void> {
  expect(await measureOverflow(page)).toBe(0)
  if (isTouched) expect(await findSmallTargets(page)).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
