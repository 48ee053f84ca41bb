import { describe } from 'vitest'

import { expect, test } from './support/test.ts'

/** To "Nobody Signed for It". */
const WALK = [
  'I walk to the gate and enter the lodge',
  'take the lantern, then go out to the gate',
  'walk through the tall doors',
  'enter the catalogue room',
  'search drawer T',
  'back',
  'go down the steps into the basin',
  'go down the hatch',
  'find the shelf where the book belongs',
  'return the book to the empty place',
]

describe('a first visit', () => {
  test('plays the first gamebook from two clicks to an ending, and finds it again later', async ({ player }) => {
    const { page } = player
    await player.openLibrary()
    await page.getByRole('link', { name: 'Open the gamebook' }).click()
    await player.button('Start').click()
    await player.waitForAnswer()
    expect(await player.lastAnswer.textContent()).toContain('Built-in narrator · no AI')

    for (const words of WALK) await player.sendAndWait(words)
    await player.ending.waitFor()
    expect(await player.ending.textContent()).toBe('Nobody Signed for It')
    await page.getByText('1 of 6 endings found').waitFor()
    expect(await player.input.count()).toBe(0)
    const story = await player.readStory()
    expect(story).toHaveLength(1 + 2 * WALK.length)

    await page.reload()
    await player.ending.waitFor()
    expect(await player.ending.textContent()).toBe('Nobody Signed for It')
    expect(await player.readStory()).toEqual(story)

    await page.getByRole('link', { name: 'Back to the gamebook' }).click()
    await page.getByText('1 of 6 found').waitFor()
    await page.getByText('Ended: Nobody Signed for It').waitFor()
  })

  test('shows what is possible when the narrator does not understand', async ({ player }) => {
    await player.startStory('The Library at Low Water')
    await player.sendAndWait('ask the moon for a dance')
    expect(await player.lastAnswer.textContent()).toContain('along the footprints to the gate')
    await player.waitForPlace('Sand road')
  })

  test('shows every shipped gamebook with its cover', async ({ player }) => {
    await player.openLibrary()
    const covers = player.page.getByRole('main').locator('img')
    expect(
      await player.page
        .getByRole('heading', { level: 2 })
        .or(player.page.getByRole('heading', { level: 3 }))
        .allTextContents(),
    ).toEqual(expect.arrayContaining(['The Library at Low Water', 'The Thirteenth Cup', 'What the Parrot Said']))
    expect(
      await covers.evaluateAll((images: HTMLImageElement[]) => Promise.all(images.map((image) => image.decode()))),
    ).toHaveLength(3)
  })
})
