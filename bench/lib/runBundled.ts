import { execFileSync, type StdioOptions } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

import type { App } from './app.ts'
import { programFile } from './programFile.ts'

/** Bundles a program like the server, with the story of the app, runs it in a fresh process, and returns its JSON. */
export async function runBundled(app: App, name: string, args: readonly string[] = []): Promise<unknown> {
  const bundle = fileURLToPath(new URL(`../../.cache/bench/${name}.mjs`, import.meta.url))
  await build({
    entryPoints: [programFile(name)],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    // The same alias as in the server's build (backend/build.mjs).
    alias: { yaml: join(app.folder, 'node_modules/yaml/browser/index.js') },
    plugins: [storyOf(app)],
    format: 'esm',
    logLevel: 'warning',
  })
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit']
  return JSON.parse(execFileSync(process.execPath, [bundle, ...args], { stdio }).toString())
}

/** Programs import the story of this repository; the bundle contains that of the app. */
const storyOf = (app: App): Plugin => ({
  name: 'story',
  setup({ onResolve }) {
    onResolve({ filter: /\/story\/src\/index\.ts$/ }, () => ({ path: join(app.folder, 'story/src/index.ts') }))
  },
})
