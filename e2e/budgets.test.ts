import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { streamText } from './support/answers.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/** The opening of the story has used one turn. */
async function createBudget(page: Page, turns: number): Promise<void> {
  await page.goto('/budgets')
  const form = page.getByRole('form', { name: 'New budget' })
  await form.getByText('Each session').click()
  await form.getByText('Turns', { exact: true }).click()
  await form.getByRole('textbox', { name: 'Limit' }).fill(String(turns))
  await page.keyboard.press('Enter')
  await page
    .getByText(turns === 1 ? '1 turn a session' : `${turns} turns a session`)
    .first()
    .waitFor()
}

describe('a budget that is used up', () => {
  test('can be raised where it ended the turn, and the story goes on', async ({ story, provider }) => {
    const { page } = story
    const begun = page.url()
    await createBudget(page, 2)
    await page.goto(begun)
    await story.waitForAnswer()
    provider.script(streamText('The tide turns.'))
    await story.sendAndWait('wait')
    await page.getByText('is used up.').waitFor()
    const sent = provider.requests.length
    await story.send('wait again')
    await story.lastAnswer.getByText(/The budget of 2 turns a session is used up\./).waitFor()
    expect(provider.requests).toHaveLength(sent)

    await story.lastAnswer.getByRole('link', { name: 'Raise the budget' }).click()
    await page.getByRole('textbox', { name: 'New limit' }).fill('20')
    await page.keyboard.press('Enter')
    await page.getByText('2 of 20 used').waitFor()
    await page.getByRole('link', { name: 'Back to the story' }).click()
    provider.script(streamText('The water is at the second shelf.'))
    await story.lastAnswer.getByRole('button', { name: 'Retry', exact: true }).click()
    await story.waitForWords('second shelf')
    expect(await page.getByText('is used up.').count()).toBe(0)
  })

  test('lets the built-in narrator go on', async ({ story, provider }) => {
    const { page } = story
    const begun = page.url()
    await createBudget(page, 1)
    await page.goto(begun)
    await story.waitForAnswer()
    const sent = provider.requests.length
    await story.send('look around')
    await story.lastAnswer.getByRole('button', { name: 'Continue with the built-in narrator' }).click()
    await expect.poll(() => story.lastAnswer.getByText('is used up').count()).toBe(0)
    await story.waitForAnswer()
    expect((await story.lastAnswer.textContent())?.length).toBeGreaterThan(40)
    expect(provider.requests).toHaveLength(sent)
  })

  test.for([
    ['light', 360],
    ['dark', 360],
    ['light', 768],
    ['dark', 1280],
  ] as const)('fits the screen in %s at %i pixels', async ([colorScheme, width], { enter, begun }) => {
    const size = width === 360 ? PHONE : { viewport: { width, height: 900 } }
    const player = await enter({ colorScheme, reducedMotion: 'reduce', ...size })
    await createBudget(player.page, 1)
    await expectFitting(player.page, width === 360)
    await player.page.goto(begun)
    await player.waitForAnswer()
    await player.send('look around')
    await player.lastAnswer.getByRole('link', { name: 'Raise the budget' }).waitFor()
    await expectFitting(player.page, width === 360)
  })
})

async function expectFitting(page: Page, isPhone: boolean): Promise<void> {
  expect(await measureOverflow(page)).toBe(0)
  if (isPhone) expect(await findSmallTargets(page)).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
