import type { Locator } from 'playwright-core'

import { ARABIC_CELLAR } from './support/arabicCellar.ts'
import { expect, test } from './support/test.ts'
import { writeGamebook } from './support/writeGamebook.ts'

const directionOf = (element: Locator) => element.evaluate((node) => getComputedStyle(node).direction)

test('a gamebook from right to left has its title, blurb and places in that direction', async ({ player, server }) => {
  const { id, title, place, source } = ARABIC_CELLAR
  await writeGamebook(server, id, source)
  await player.openLibrary()
  const card = player.page.getByRole('heading', { name: title })
  expect(await directionOf(card)).toBe('rtl')

  await player.page.goto(`/gamebooks/${id}`)
  const heading = player.page.getByRole('heading', { name: title, level: 1 })
  expect(await directionOf(heading)).toBe('rtl')
  expect(await directionOf(player.page.getByText('Something knocks under the kitchen.').first())).toBe('ltr')

  await player.button(/^Start/).click()
  await player.input.waitFor()
  await player.waitForAnswer()
  expect(await directionOf(player.page.getByRole('heading', { name: title, level: 1 }))).toBe('rtl')
  expect(await directionOf(player.page.getByRole('banner').getByText(place, { exact: true }))).toBe('rtl')
  expect(await player.page.title()).toContain(title)
})
