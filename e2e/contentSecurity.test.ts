import { describe } from 'vitest'

import { streamText } from './support/answers.ts'
import { addNarrator, createSession } from './support/serverApi.ts'
import { BOOK, expect, test } from './support/test.ts'

describe('no page breaks its own Content Security Policy', () => {
  test.for(['session', 'gamebook', 'model', 'docs'] as const)('%s', async (kind, { player, server, provider }) => {
    const { page } = player
    const id = await addNarrator(server, provider)
    provider.script(streamText('It begins.'))
    const session = await createSession(server, BOOK.id, id)
    const { path, shown } = {
      session: { path: session, shown: 'It begins.' },
      gamebook: { path: `/gamebooks/${BOOK.id}`, shown: BOOK.title },
      model: { path: `/models/${id}`, shown: 'Base URL' },
      docs: { path: '/api/docs', shown: '/api/model-configs' },
    }[kind]
    const response = await page.goto(path)
    expect(response?.headers()['content-security-policy']).toMatch(/default-src '(self|none)'/)
    await page.getByText(shown).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(player.watch.faults.filter((fault) => fault.includes('Content Security Policy'))).toEqual([])
  })
})
