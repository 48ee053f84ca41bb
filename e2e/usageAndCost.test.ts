import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { listModels, streamCounted, streamText } from './support/answers.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { addNarrator } from './support/serverApi.ts'
import { BOOK, expect, test } from './support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

describe('usage and cost', () => {
  test('leads from an unknown price to the cost of a turn', async ({ story, provider }) => {
    const { page } = story
    await page.goto('/usage')
    await page.getByRole('link', { name: 'Set a price' }).click()
    await page.getByRole('heading', { name: 'Prices and cost' }).waitFor()
    await page.getByRole('button', { name: 'Enter prices' }).click()
    await page.getByRole('textbox', { name: /^Sent per/ }).fill('1000')
    await page.getByRole('textbox', { name: /^Written per/ }).fill('5000')
    await page.getByRole('button', { name: 'Save prices' }).click()
    await page.getByText('You entered these prices.').waitFor()

    await page.goto(`/gamebooks/${BOOK.id}`)
    await page.getByRole('combobox', { name: 'Narrator' }).click()
    await page.getByRole('option', { name: /Scripted/ }).click()
    await page.getByText(/A turn costs about/).waitFor()

    await page.goto('/usage')
    await page
      .getByRole('region', { name: /What each model used/ })
      .getByText('$1,000 in, $5,000 out')
      .waitFor()
    await page
      .getByRole('region', { name: /What each session used/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('heading', { name: 'Requests and cost' }).waitFor()
    await page.getByRole('link', { name: 'What would be sent now' }).click()
    const sent = provider.requests.length
    await page.getByLabel('Your message').fill('I call the keeper.')
    await page.getByRole('textbox', { name: 'Find in this request' }).fill('I call the keeper.')
    await page.getByText('1 of 1', { exact: true }).waitFor()
    expect(provider.requests).toHaveLength(sent)
  })

  test('include the requests of a connection test', async ({ player, server, provider }) => {
    const id = await addNarrator(server, provider)
    const { page } = player
    provider.script(listModels('scripted-1'), streamText('The door is open.'))
    await page.goto(`/models/${id}`)
    await player.button('Test connection').click()
    await expect.poll(() => provider.requests.length).toBeGreaterThan(1)
    await page.getByRole('button', { name: 'Copy the result' }).waitFor()

    await page.goto('/usage')
    await page.getByRole('link', { name: 'see their requests' }).click()
    await page
      .getByRole('link', { name: /^Connection test/ })
      .last()
      .click()
    await page.getByText(/^Connection test · Scripted · /).waitFor()
    await page.getByRole('link', { name: 'All requests outside sessions' }).click()
    await page.getByRole('heading', { name: 'Requests outside sessions' }).waitFor()
  })

  test('stay when the texts of requests are removed', async ({ story, provider }) => {
    const { page } = story
    provider.script(streamText('The tide turns.'))
    await story.sendAndWait('wait')
    await page.goto('/settings#requests')
    await page.getByText('The texts of').waitFor()
    await page.getByRole('button', { name: 'Remove them now' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('No texts are kept now.').waitFor()
    await page.goto('/usage')
    await page
      .getByRole('region', { name: /What each session used/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('region', { name: 'Requests, newest first' }).getByRole('link').first().click()
    await page.getByText('The text of this request is not kept.').waitFor()
  })

  test.for([
    ['light', 360],
    ['dark', 360],
    ['light', 768],
    ['dark', 768],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('fit the screen in %s at %i pixels', async ([colorScheme, width], { enter, begun, provider }) => {
    const size = width === 360 ? PHONE : { viewport: { width, height: 900 } }
    const player = await enter({ colorScheme, reducedMotion: 'reduce', ...size })
    const { page } = player
    await page.goto(begun)
    await player.waitForWords('It begins.')
    await page.goto('/usage')
    await page.getByText('There is no chart, because no tokens were reported.').waitFor()
    await expectFitting(page, width === 360)
    await page.goto(begun)
    provider.script(streamCounted('The tide turns.', { input: 2900, cached: 2100, output: 40 }))
    await player.sendAndWait('wait')
    await page.goto('/usage')
    await page.getByRole('heading', { name: 'By session' }).waitFor()
    await page.getByText('As a table').click()
    await expectInSight(page, /What each model used/)
    await expectInSight(page, /What each session used/)
    await expectFitting(page, width === 360)
    await page.goto(`${begun}/requests`)
    await page.getByRole('heading', { name: 'Requests, newest first' }).waitFor()
    await expectFitting(page, width === 360)
    await page.goto(`${begun}/next-request`)
    await page.getByRole('heading', { name: /^Blocks/ }).waitFor()
    await expectFitting(page, width === 360)
  })
})

/** Nothing of the table has to be scrolled to from the side. */
async function expectInSight(page: Page, name: RegExp): Promise<void> {
  const region = page.getByRole('region', { name })
  expect(await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
}

async function expectFitting(page: Page, isTouched: boolean): Promise<void> {
  expect(await measureOverflow(page)).toBe(0)
  if (isTouched) expect(await findSmallTargets(page)).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
