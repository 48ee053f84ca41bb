import { AxeBuilder } from '@axe-core/playwright'
import { describe } from 'vitest'

import { readBenchmarkBook } from '../backend/src/benchmark/script/benchmarkBooks.ts'
import { BEHAVIORS } from '../backend/tests/support/scriptedModels/behaviors.ts'
import { BOOKS_FOLDER } from '../backend/tests/support/scriptedModels/booksFolder.ts'
import { openScriptedModel } from '../backend/tests/support/scriptedModels/openScriptedModel.ts'
import { readFocus } from './support/focus.ts'
import { addNarrator, setPrices } from './support/serverApi.ts'
import { expect, test } from './support/test.ts'

/** Holds a model at one of its answers. */
const HELD_AT = 12

describe('the report on a model', () => {
  test('says what it costs first, runs while the page is left, is canceled, and goes on', async ({
    player,
    server,
    provider,
    onTestFinished,
  }) => {
    const hold = Promise.withResolvers<void>()
    let answers = 0
    const model = await openScriptedModel({
      books: [await readBenchmarkBook(BOOKS_FOLDER, 'room-seven')],
      behavior: BEHAVIORS.monolingual,
      async beforeAnswer() {
        answers += 1
        if (answers === HELD_AT) await hold.promise
      },
    })
    onTestFinished(model.close)
    const id = await addNarrator(server, { ...provider, baseUrl: model.url })
    const { page } = player
    await page.goto(`/models/${id}`)

    await player.button('Create a report').focus()
    await page.keyboard.press('Enter')
    await page.getByText('The price of this model is not known. The report may cost something.').waitFor()
    await page.getByText(/^About 38 requests with [\d,]+ tokens sent and [\d,]+ written\.$/).waitFor()
    expect((await readFocus(page))?.name).toBe('Start')
    expect(model.seen).toHaveLength(0)
    await page.keyboard.press('Enter')

    await page.getByRole('progressbar', { name: 'Progress of the report' }).waitFor()
    await expect.poll(() => answers).toBe(HELD_AT)
    await page.goto('/models')
    await page.goto(`/models/${id}`)
    await page.getByText(/^\d+ of 20 turns are done\. You can leave this page\.$/).waitFor()
    await player.button('Cancel the report').click()
    await page.getByText(/^Canceled after \d+ of 20 turns · /).waitFor()
    hold.resolve()

    await player.button('Continue the report').click()
    await player.button('Continue').click()
    await page.getByText('Usable, with one reservation: it does not keep to the language that is set.').waitFor()
    await page.getByText('What was measured').click()
    await page.getByRole('row', { name: /^Does what you ask .* 16 of 16$/ }).waitFor()
    await page.getByRole('row', { name: /^Keeps to the language .* 1 of 2$/ }).waitFor()
    await page.getByRole('row', { name: /^Cost per turn .* unknown$/ }).waitFor()
    const { violations } = await new AxeBuilder({ page }).include('main').analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])

    await page.getByRole('combobox', { name: 'Model', exact: true }).fill('another-model')
    await player.button('Save').click()
    await page.waitForURL(/\/models$/)
    await page.goto(`/models/${id}`)
    await player.button('Create a report').waitFor()
  })

  test('ends at the cost that was chosen, with the keyboard alone, and does not save the model', async ({
    player,
    server,
    provider,
    onTestFinished,
  }) => {
    const books = [await readBenchmarkBook(BOOKS_FOLDER, 'room-seven')]
    const model = await openScriptedModel({ books, behavior: BEHAVIORS.monolingual })
    onTestFinished(model.close)
    const id = await addNarrator(server, { ...provider, baseUrl: model.url })
    await setPrices(server, id, { currency: 'USD', input: 1, output: 2 })
    const { page } = player
    await page.goto(`/models/${id}`)
    await player.button('Create a report').click()
    await page.getByText(/^Expected cost: about \d+¢\./).waitFor()
    await page.getByRole('textbox', { name: 'Cost limit (optional)' }).fill('0.05')
    await page.keyboard.press('Enter')
    await page.getByText(/^Stopped at the cost limit, after \d+ of 20 turns/).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/models/${id}`)
    expect(model.seen.length).toBeLessThan(38)

    await player.button('Continue the report').click()
    await page.getByText(/^Expected cost of the other \d+ turns: about \d+(\.\d+)?¢\.$/).waitFor()
    await player.button('Continue').click()
    await page.getByText(/^Finished · /).waitFor()
  })
})
