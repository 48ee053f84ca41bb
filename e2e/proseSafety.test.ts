import { describe } from 'vitest'

import { streamText } from './support/answers.ts'
import { BOOK, expect, test } from './support/test.ts'

const HOSTILE = [
  '<script>document.title = "taken"</script>',
  '<img src="https://pictures.example/spy.png" onerror="document.title = \'taken\'">',
  '<iframe src="https://frames.example/"></iframe>',
  '<a href="https://links.example/">a tag</a>',
  '![a picture](https://pictures.example/spy.png)',
  '[a link](https://links.example/)',
  '[a trap](javascript:document.title="taken")',
  '<style>body { display: none }</style>',
  '<svg onload="document.title=\'taken\'"></svg>',
]

describe('what a model or a player writes', () => {
  test('is shown and never executed', async ({ story, provider }) => {
    provider.script(streamText(HOSTILE.join('\n\n')))
    await story.sendAndWait(HOSTILE.join('\n'))
    await story.page.reload()
    await story.waitForAnswer()
    for (const words of ['a tag', 'a picture', 'a link', 'a trap']) await story.waitForWords(words)
    for (const written of HOSTILE) expect(await story.messages.textContent()).toContain(written)

    // Links to the app's own pages are not theirs.
    const inside = story.story.locator('script, img, iframe, style, object, embed, a:not([href^="/"]), svg[onload]')
    expect(await inside.count()).toBe(0)
    expect(await story.page.title()).toContain(BOOK.title)
  })

  test('keeps its emphasis and its paragraphs', async ({ story, provider }) => {
    provider.script(streamText('It *goes* **on**.\n\nAnd ends.'))
    await story.sendAndWait('listen')
    expect(await story.lastAnswer.locator('em').allTextContents()).toEqual(['goes'])
    expect(await story.lastAnswer.locator('strong').allTextContents()).toEqual(['on'])
    await story.lastAnswer.getByText('And ends.', { exact: true }).waitFor()
  })
})
