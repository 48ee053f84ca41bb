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

/** The Chromium that CHROMIUM names, as `npm test` does; no name outside this machine is found in it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM']
  if (executablePath === undefined) throw new Error('Name a Chromium in CHROMIUM, or run `npm test e2e`.')
  return chromium.launch({ executablePath, args: FLAGS })
}
