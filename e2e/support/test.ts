import type { BrowserContextOptions } from 'playwright-core'
import { expect, test as base } from 'vitest'

import { streamText } from './answers.ts'
import { launchBrowser } from './launchBrowser.ts'
import { Player } from './player.ts'
import { startScriptedProvider } from './scriptedProvider.ts'
import { addNarrator, createSession } from './serverApi.ts'
import { startProxy } from './startProxy.ts'
import { startServer } from './startServer.ts'
import { watchPage } from './watchPage.ts'
import { within } from './within.ts'

export { expect } from 'vitest'

/** The gamebook that a first visit shows, and what leads to its nearest ending. */
export const FIRST_BOOK = {
  id: 'example/a-shadow-by-six',
  title: 'A Shadow by Six',
  walk: ['take the shadow', 'into the workroom', 'out to the yard', 'back into the workroom', 'sew on a hand of silk'],
  ending: 'Black Silk',
}
/** The gamebook of most tests. */
export const BOOK = { id: 'example/low-water', title: 'The Library at Low Water' }

const DESK = { viewport: { width: 1280, height: 800 }, locale: 'en' } satisfies BrowserContextOptions
/** What takes a second on an idle machine may take many on one that is busy. */
const TIMEOUT_MS = 60_000

interface PageOptions extends Omit<BrowserContextOptions, 'baseURL'> {
  /** The server's address for this page. */
  readonly address?: string
}

/** Each test gets a server with a new database, and a page that must end without errors. */
export const test = base
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser()
    onCleanup(() => within(TIMEOUT_MS, 'Closing the browser', browser.close()))
    return browser
  })
  .extend('server', async ({}, { onCleanup }) => {
    const server = await startServer()
    onCleanup(() => server.close())
    return server
  })
  /** A proxy between the server and a page. */
  .extend('proxy', async ({ server }, { onCleanup }) => {
    const proxy = await startProxy(server.address)
    onCleanup(() => proxy.close())
    return proxy
  })
  .extend('provider', async ({}, { onCleanup }) => {
    const provider = await startScriptedProvider()
    onCleanup(() => provider.close())
    return provider
  })
  /** Opens a page with its own browser profile. */
  .extend('enter', async ({ browser, server }, { onCleanup }) => {
    const players: Player[] = []
    onCleanup(async () => {
      const faults = players.flatMap(({ watch }) => watch.faults)
      const closed = players.map(({ page }) => page.context().close())
      await within(TIMEOUT_MS, 'Closing the pages', Promise.all(closed))
      expect(faults).toEqual([])
    })
    return async ({ address = server.address, ...options }: PageOptions = {}): Promise<Player> => {
      const context = await browser.newContext({ ...DESK, baseURL: address, ...options })
      context.setDefaultTimeout(TIMEOUT_MS)
      const page = await context.newPage()
      const player = new Player(page, watchPage(page, address))
      players.push(player)
      return player
    }
  })
  .extend('player', ({ enter }) => enter())
  /** The path of a new session with the scripted provider. */
  .extend('begun', async ({ server, provider }) => {
    provider.script(streamText('It begins.'))
    return createSession(server, BOOK.id, await addNarrator(server, provider))
  })
  /** A player with that session open. */
  .extend('story', async ({ player, begun }) => {
    await player.page.goto(begun)
    await player.waitForWords('It begins.')
    await player.waitForAnswer()
    return player
  })
