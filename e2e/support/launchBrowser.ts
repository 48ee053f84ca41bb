import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** Starts the Chromium in CHROMIUM for the browser tests and the benchmarks. It resolves no host but this machine. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM']
  if (executablePath === undefined)
    throw new Error('Set CHROMIUM to a Chromium, or run `npm test e2e` or `npm run bench`.')
  return chromium.launch({ executablePath, args: FLAGS })
}
