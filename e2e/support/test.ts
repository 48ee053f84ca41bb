import type { BrowserContextOptions } from 'playwright-core'
import { expect, test as base } from 'vitest'

import { streamText } from './answers.ts'
import { launchBrowser } from './launchBrowser.ts'
import { Player } from './player.ts'
import { startScriptedProvider } from './scriptedProvider.ts'
import { addNarrator, createSession } from './serverApi.ts'
import { startLine } from './startProxy.ts'
import { startServer } from './startServer.ts'
import { watchPage } from './watchPage.ts'

export { expect } from 'vitest'

/** The gamebook that most stories are played in. */
export const BOOK = { id: 'example/low-water', title: 'The Library at Low Water' }

const DESK = { viewport: { width: 1280, height: 800 }, locale: 'en' } satisfies BrowserContextOptions
const PATIENCE_MS = 15_000

interface Entrance extends Omit<BrowserContextOptions, 'baseURL'> {
  /** Where the server is for this page. */
  readonly address?: string
}

/** Everybody gets a server with a fresh database, and a page that must end without a fault. */
export const test = base
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('server', async ({}, { onCleanup }) => {
    const server = await startServer()
    onCleanup(() => server.close())
    return server
  })
  /** Between the server and the page that enters by it. */
  .extend('line', async ({ server }, { onCleanup }) => {
    const line = await startLine(server.address)
    onCleanup(() => line.close())
    return line
  })
  .extend('provider', async ({}, { onCleanup }) => {
    const provider = await startScriptedProvider()
    onCleanup(() => provider.close())
    return provider
  })
  /** Somebody comes, with a browser profile of their own. */
  .extend('enter', async ({ browser, server }, { onCleanup }) => {
    const players: Player[] = []
    onCleanup(async () => {
      const faults = players.flatMap(({ watch }) => watch.faults)
      await Promise.all(players.map(({ page }) => page.context().close()))
      expect(faults).toEqual([])
    })
    return async ({ address = server.address, ...options }: Entrance = {}): Promise<Player> => {
      const context = await browser.newContext({ ...DESK, baseURL: address, ...options })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      const player = new Player(page, watchPage(page, address))
      players.push(player)
      return player
    }
  })
  .extend('player', ({ enter }) => enter())
  /** A story that has just begun, told by the scripted provider; its path. */
  .extend('begun', async ({ server, provider }) => {
    provider.script(streamText('It begins.'))
    return createSession(server, BOOK.id, await addNarrator(server, provider))
  })
  /** Somebody who has it open. */
  .extend('story', async ({ player, begun }) => {
    await player.page.goto(begun)
    await player.waitForWords('It begins.')
    await player.waitForAnswer()
    return player
  })
