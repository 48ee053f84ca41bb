import { readFile } from 'node:fs/promises'

import { describe } from 'vitest'

import { fillModelForm } from './support/modelForm.ts'
import { addNarrator } from './support/serverApi.ts'
import { expect, test } from './support/test.ts'

const OTHER = 'Other server'
const KEY = 'sk-0123456789abcdef'

describe('a draft of a model', () => {
  test('is rejected at its field by the server, and nothing is lost', async ({ player }) => {
    const { page } = player
    await page.goto('/models/new')
    await fillModelForm(page, {
      provider: OTHER,
      name: 'Quill',
      modelName: 'quill-large',
      baseUrl: 'javascript:alert(1)',
      apiKey: 'sk with space',
    })
    player.watch.allow(/422/)
    await player.button('Save').click()
    const key = page.getByLabel('API key')
    await page.getByText("A key can't contain spaces.").waitFor()
    expect(await key.inputValue()).toBe('sk with space')
    await key.fill(KEY)
    await player.button('Save').click()
    await page.locator('[name="baseUrl"][aria-invalid]').waitFor()
    await page.getByRole('link', { name: 'Gamebooks' }).click()
    await page.goto('/models/new')
    expect(await page.getByLabel('Base URL').inputValue()).toBe('javascript:alert(1)')
    expect(await key.inputValue()).toBe('')
  })

  test('in two tabs at once is compared, and one is chosen', async ({ player, enter, server, provider }) => {
    const id = await addNarrator(server, provider)
    const other = await enter()
    for (const { page } of [player, other]) {
      await page.goto(`/models/${id}`)
      await page.getByLabel('Name', { exact: true }).waitFor()
    }
    await other.page.getByLabel('Name', { exact: true }).fill('Of the other tab')
    await other.button('Save').click()
    await other.page.getByRole('heading', { name: 'Of the other tab' }).waitFor()

    const { page } = player
    player.watch.allow(/409/)
    await page.getByLabel('Name', { exact: true }).fill('Of this tab')
    await player.button('Save').click()
    await page.getByRole('row', { name: 'Name Of this tab Of the other tab' }).waitFor()
    await player.button('Keep yours').click()
    await page.getByRole('heading', { name: 'Of this tab' }).waitFor()
  })

  test('with another host warns that the stored key is removed, before and after', async ({
    player,
    server,
    provider,
  }) => {
    const { page } = player
    await page.goto(`/models/${await addNarrator(server, provider)}`)
    await page.getByText('Stored key ending in 6789.').waitFor()
    await page.getByLabel('Base URL').fill('https://elsewhere.example/v1')
    await page.getByText(/The stored key belongs to another host/).waitFor()
    await player.button('Save').click()
    await page.getByRole('heading', { name: '“Scripted” saved' }).waitFor()
    await page.getByText(/The stored key was for another host and was removed/).waitFor()
  })
})

describe('the list of models', () => {
  test('is exported without keys, and imported again', async ({ player, server, provider }) => {
    const { page } = player
    const id = await addNarrator(server, provider)
    await page.goto('/models')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export' }).click()
    const file = await (await download).path()
    const text = await readFile(file, 'utf8')
    expect(text).toContain('"Scripted"')
    expect(text).not.toMatch(/sk-scripted/)

    await fetch(`${server.address}/api/model-configs/${id}`, { method: 'DELETE' })
    await page.reload()
    await page.getByLabel('Import', { exact: true }).setInputFiles(file)
    await page.getByText(/Added: Scripted\. API keys are never exported/).waitFor()
    await page.getByText(/Not imported: “Built-in narrator”\. An identical model already exists\./).waitFor()
    await page.getByRole('heading', { name: 'Scripted' }).waitFor()
    player.watch.allow(/4\d\d/)
    await page
      .getByLabel('Import', { exact: true })
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') })
    await page.getByRole('alert').waitFor()
  })

  test('keeps its order', async ({ player, server, provider }) => {
    const { page } = player
    await addNarrator(server, provider)
    await page.goto('/models')
    await player.button('Move Scripted up').click()
    await page.getByText('Moved “Scripted” to position 1 of 2.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move Scripted up')
    await page.reload()
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().filter({ hasText: 'Scripted' }).waitFor()
  })

  test('duplicates a model with its key', async ({ player, server, provider }) => {
    const { page } = player
    await addNarrator(server, provider)
    await page.goto('/models')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Scripted' }) })
    await row.getByRole('button', { name: 'Duplicate' }).click()
    await page.getByRole('heading', { level: 1, name: 'Scripted (copy)' }).waitFor()
    await page.getByText('Stored key ending in 6789.').waitFor()
  })
})
