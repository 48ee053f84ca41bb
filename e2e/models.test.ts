import { describe } from 'vitest'

import { hang, pauseAfter, listModels, fail, streamText } from './support/answers.ts'
import { readFocus } from './support/focus.ts'
import { chooseModel, fillModelForm } from './support/modelForm.ts'
import { startScriptedProvider } from './support/scriptedProvider.ts'
import { addNarrator, createSession } from './support/serverApi.ts'
import { BOOK, expect, test } from './support/test.ts'

const OTHER = 'Other server'
const KEY = 'sk-0123456789abcdef'

describe('a custom model', () => {
  test('is created, chosen, narrates and is replaced, and each answer names its model', async ({
    player,
    provider,
    onTestFinished,
  }) => {
    const { page } = player
    const second = await startScriptedProvider()
    onTestFinished(() => second.close())

    await player.openGamebook(BOOK.title)
    await player.button('Start').click()
    await player.waitForAnswer()
    await page.getByRole('combobox', { name: 'Narrator' }).click()
    await page.getByRole('link', { name: 'Create new model' }).click()
    await page.getByRole('heading', { level: 1, name: 'New model' }).waitFor()
    provider.script(listModels('quill-large', 'quill-small'))
    await fillModelForm(page, {
      provider: OTHER,
      name: 'Quill',
      modelName: '',
      baseUrl: provider.baseUrl,
      apiKey: KEY,
    })
    await page.getByText(`${provider.baseUrl}/chat/completions`, { exact: true }).waitFor()
    await page.getByRole('combobox', { name: 'Model' }).click()
    await page.getByRole('option', { name: 'quill-large' }).click()
    await player.button('Save').click()

    await player.waitForAnswer()
    await chooseModel(page, 'Quill')
    provider.script(streamText('The first quill tells.'))
    await player.sendAndWait('look around')
    await player.waitForWords('The first quill tells.')
    expect(provider.requests.at(-1)).toContain('"model":"quill-large"')

    await page.getByRole('combobox', { name: 'Narrator' }).click()
    await page.getByRole('link', { name: 'Create new model' }).click()
    await fillModelForm(page, { provider: OTHER, name: 'Nib', modelName: 'nib-7b', baseUrl: second.baseUrl })
    await player.button('Save').click()
    await player.waitForAnswer()
    await chooseModel(page, 'Nib')
    second.script(streamText('The second nib tells.'))
    await player.sendAndWait('look again')
    await player.waitForWords('The second nib tells.')
    expect(second.requests.at(-1)).toContain('The first quill tells.')

    const [opening, first, last] = await player.readStory().then((story) => story.filter((_, at) => at % 2 === 0))
    expect(opening).toContain('Built-in narrator · no AI')
    expect(first).toMatch(/The first quill tells\..*Quill.*scripted-1 \(requested: quill-large\)/)
    expect(last).toMatch(/The second nib tells\..*Nib.*scripted-1 \(requested: nib-7b\)/)
    await page.reload()
    await player.waitForWords('The second nib tells.')
    expect(await page.getByRole('combobox', { name: 'Narrator' }).inputValue()).toBe('Nib')
  })

  test('retries one turn, and the chosen model answers the next', async ({ story, server, provider }) => {
    await addNarrator(server, provider, { name: 'Second voice', modelName: 'voice-2' })
    await story.page.reload()
    await story.waitForAnswer()
    provider.script(streamText('Once told.'))
    await story.sendAndWait('wait')
    provider.script(streamText('Told otherwise.'))
    await story.choose('Retry with…')
    await chooseModel(story.page, 'Second voice', 'Retry with')
    await story.waitForWords('Told otherwise.')
    await story.waitForAnswer()
    expect(provider.requests.at(-1)).toContain('"model":"voice-2"')
    await story.lastAnswer.getByText('2 of 2').waitFor()
    expect(await story.page.getByRole('combobox', { name: 'Narrator' }).inputValue()).toBe('Scripted')
  })

  test('is deleted from the navbar after a warning, and another replaces it', async ({ player, server, provider }) => {
    const { page } = player
    const id = await addNarrator(server, provider)
    provider.script(streamText('It begins.'), streamText('It begins.'))
    const path = await createSession(server, BOOK.id, id)
    await createSession(server, BOOK.id, id)
    await page.goto('/models')
    await player.button('Actions for Scripted').click()
    const menu = page.getByRole('group', { name: 'Actions for Scripted' })
    await menu.getByRole('button', { name: 'Delete' }).click()
    await menu
      .getByText(
        'Delete the model “Scripted”? 2 sessions will use “Built-in narrator” instead. Its stored API key is deleted too.',
      )
      .waitFor()
    await menu.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('heading', { name: 'Scripted' }).waitFor({ state: 'detached' })

    await page.goto(path)
    await page.getByText('Replaces a deleted model').waitFor()
    await page.getByText('The model you chose was deleted. Built-in narrator · no AI will answer next.').waitFor()
    await player.waitForWords('It begins.')
    await chooseModel(page, 'Built-in narrator')
    await page.getByText('Replaces a deleted model').waitFor({ state: 'detached' })
  })
})

describe("a model that can't narrate", () => {
  test("because its key is wrong says so at the step, with the provider's message and a hint", async ({
    player,
    provider,
  }) => {
    const { page } = player
    await page.goto('/models/new')
    await fillModelForm(page, {
      provider: OTHER,
      name: 'Quill',
      modelName: 'quill-large',
      baseUrl: provider.baseUrl,
      apiKey: KEY,
    })
    const refusal = fail(401, { message: `Incorrect API key provided: ${KEY}`, code: 'invalid_api_key' })
    provider.script(refusal, refusal)
    await player.button('Test connection').click()
    const test = page.getByRole('region', { name: 'Connection test' })
    await test.getByText("Enter this model's API key again.").waitFor()
    await test.getByText(/HTTP 401\. Incorrect API key provided/).waitFor()
    expect(await page.content()).not.toContain(KEY)
  })

  test('because its name is misspelled can be given the name that the test proposes', async ({ player, provider }) => {
    const { page } = player
    await page.goto('/models/new')
    const { baseUrl } = provider
    await fillModelForm(page, { provider: OTHER, name: 'Quill', modelName: 'quil-large', baseUrl, apiKey: KEY })
    const unknown = fail(404, { message: 'The model quil-large does not exist.', code: 'model_not_found' })
    provider.script(listModels('quill-large', 'gpt-5'), listModels('quill-large', 'gpt-5'), unknown)
    await player.button('Test connection').click()
    await page.getByText('This model can’t narrate with these settings.').waitFor()
    expect(await page.getByRole('button', { name: 'Use the model “gpt-5”' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Use the model “quill-large”' }).click()
    expect(await page.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('quill-large')
    await page.getByText('Changed in the form. Test again.').waitFor()
    expect((await readFocus(page))?.name).toBe('Test connection')
  })

  test('is tested step by step, each shown once it is done', async ({ player, provider }) => {
    const { page } = player
    await page.goto('/models/new')
    const { baseUrl } = provider
    await fillModelForm(page, { provider: OTHER, name: 'Quill', modelName: 'quill-large', baseUrl, apiKey: KEY })
    const held = pauseAfter('')
    provider.script(
      listModels('quill-large'),
      listModels('quill-large'),
      held.answer,
      fail(400, { message: 'No tools here' }),
    )
    await player.button('Test connection').click()
    const steps = page.getByRole('region', { name: 'Connection test' }).getByRole('listitem')
    await steps.nth(2).waitFor()
    expect(await steps.count()).toBe(3)
    held.resume('ready')
    await steps.nth(4).filter({ hasText: 'No tools here' }).waitFor()
  })

  test('because no server is there can still be saved', async ({ player, provider }) => {
    const { page } = player
    await provider.close()
    await page.goto('/models/new')
    await fillModelForm(page, { provider: OTHER, name: 'Quill', modelName: '', baseUrl: provider.baseUrl })
    player.watch.allow(/502/)
    await page.getByRole('combobox', { name: 'Model' }).click()
    await page.getByText(/Couldn’t load the model list\. Can't connect to/).waitFor()
    await page.getByRole('combobox', { name: 'Model' }).fill('quill-large')
    await player.button('Save').click()
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Quill' }) })
    await row.getByRole('button', { name: 'Test connection' }).click()
    await row.getByText(/Test failed just now/).click()
    await row.getByText(/Can't connect to/).waitFor()
    await page.reload()
    await row.getByText(/Test failed/).waitFor()
  })

  test('because it never answers does not block any page', async ({ player, server, provider }) => {
    const { page } = player
    const id = await addNarrator(server, provider)
    const hanging = hang()
    provider.script(hanging.answer)
    const path = await createSession(server, BOOK.id, id)
    await hanging.asked
    await page.goto('/models')
    await page.getByRole('heading', { name: 'Scripted' }).waitFor()
    await page.goto(path)
    await page.getByRole('combobox', { name: 'Narrator' }).waitFor()
    const openedAfterMs = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const input = document.querySelector<HTMLInputElement>('header [role="combobox"]')
          const since = performance.now()
          new MutationObserver((_, observer) => {
            if (document.querySelector('[role="option"]') === null) return
            observer.disconnect()
            resolve(performance.now() - since)
          }).observe(document.body, { childList: true, subtree: true })
          input?.click()
        }),
    )
    expect(openedAfterMs).toBeLessThan(100)
  })
})
