import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const inBench = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** The same alias as in the server's build (backend/build.mjs). */
const YAML = inBench('../node_modules/yaml/browser/index.js')

/** Bundles a program like the server, runs it in a fresh process, and returns the JSON that it writes. */
export async function runBundled(name: string, args: readonly string[] = []): Promise<unknown> {
  const bundle = inBench(`../.cache/bench/${name}.mjs`)
  await build({
    entryPoints: [inBench(`programs/${name}.ts`)],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    alias: { yaml: YAML },
    format: 'esm',
    logLevel: 'warning',
  })
  return JSON.parse(execFileSync(process.execPath, [bundle, ...args]).toString())
}
