import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { streamText } from './support/answers.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

describe('what the narrator knows', () => {
  test('lists what is sent, and what is pinned and noted reaches the narrator', async ({ story, provider }) => {
    const { page } = story
    provider.script(streamText('The keeper lights a lamp. “Bring it back before dawn,” she says.'))
    await story.sendAndWait('look around')
    await story.choose('Pin')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await story.lastAnswer.getByText(/^Pinned: /).waitFor()

    await story.button('More').click()
    await page.getByRole('link', { name: 'What the narrator knows' }).click()
    await page.getByRole('heading', { name: 'What the narrator knows', level: 1 }).waitFor()
    await page.getByRole('region', { name: 'Sent', exact: true }).getByText('word for word').waitFor()
    await page.getByText('“Bring it back before dawn,” she says.').waitFor()
    await page.getByLabel('Note to the narrator').fill('I am afraid of deep water.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByText('1 pin and your note').waitFor()

    await page.getByRole('link', { name: 'Back to the story' }).click()
    await story.input.waitFor()
    provider.script(streamText('The tide turns.'))
    await story.sendAndWait('wait')
    const sent = provider.requests.at(-1)
    expect(sent).toContain('Bring it back before dawn')
    expect(sent).toContain('I am afraid of deep water.')

    await page.goBack()
    await page.getByRole('button', { name: /^Remove the pin/ }).click()
    await page.getByText(/^Press Pin below an answer/).waitFor()
  })

  test.for([
    ['light', 360],
    ['dark', 360],
    ['light', 768],
    ['dark', 1280],
  ] as const)('fits the screen in %s at %i pixels', async ([colorScheme, width], { enter, begun }) => {
    const size = width === 360 ? PHONE : { viewport: { width, height: 900 } }
    const { page } = await enter({ colorScheme, reducedMotion: 'reduce', ...size })
    await page.goto(`${begun}/memory`)
    await page.getByRole('region', { name: 'Sent', exact: true }).waitFor()
    await expectFitting(page, width === 360)
    await page.getByRole('button', { name: 'Write one' }).click()
    await page.getByLabel('The story so far, for the narrator').waitFor()
    await expectFitting(page, width === 360)
  })
})

async function expectFitting(page: Page, isTouched: boolean): Promise<void> {
  expect(await measureOverflow(page)).toBe(0)
  if (isTouched) expect(await findSmallTargets(page)).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
