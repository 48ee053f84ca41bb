import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../e2e/support/launchBrowser.ts'
import { getChromium } from '../../scripts/chromium.mjs'
import type { App } from './app.ts'
import { chatTarget } from './chatTarget.ts'
import { type GamebookServer, type ServerSettings, startGamebookServer } from './gamebookServer.ts'
import { programFile } from './programFile.ts'
import { sessionTarget } from './sessionTarget.ts'
import { startProgram } from './startProgram.ts'
import type { Target } from './target.ts'

export type StartServer = (settings?: ServerSettings) => Promise<GamebookServer>

/** What the measures of one run share. */
export interface Bench {
  readonly app: App
  readonly providerUrl: string
  readonly server: GamebookServer
  readonly targets: readonly Target[]
  /** Starts another server of the app, with the same provider. */
  readonly startServer: StartServer
  /** Starts the browser when a measure first needs it. */
  readonly openBrowser: () => Promise<Browser>
  readonly stop: () => Promise<void>
}

export async function startBench(app: App): Promise<Bench> {
  const provider = await startProgram([programFile('provider')])
  const baseline = await startProgram([programFile('baseline'), provider.url])
  const startServer: StartServer = (settings) => startGamebookServer(app, provider.url, settings)
  const server = await startServer()
  let browser: Promise<Browser> | undefined
  return {
    app,
    providerUrl: provider.url,
    server,
    targets: [
      chatTarget('direct', provider.url, null),
      chatTarget('baseline', baseline.url, baseline),
      sessionTarget(server),
    ],
    startServer,
    openBrowser: () => (browser ??= findAndLaunch()),
    async stop() {
      await (await browser)?.close()
      await Promise.all([server.stop(), baseline.stop(), provider.stop()])
    },
  }
}

async function findAndLaunch(): Promise<Browser> {
  process.env['CHROMIUM'] ??= await getChromium()
  return launchBrowser()
}
