import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { z } from 'zod'
import type { Figure } from '../lib/figure.ts'

const PROGRAM = fileURLToPath(new URL('../programs/storyEngine.ts', import.meta.url))
const BUNDLE = fileURLToPath(new URL('../../.cache/bench/storyEngine.mjs', import.meta.url))
/** As in the server's build (backend/build.mjs). */
const YAML = fileURLToPath(new URL('../../node_modules/yaml/browser/index.js', import.meta.url))
const group = 'Story engine, a gamebook of 500 nodes'

const Measured = z.object({ loadMs: z.number(), firstLoadMs: z.number(), turnMs: z.number() })

/** Bundled as the server is. */
export async function storyEngine(): Promise<Figure[]> {
  await build({
    entryPoints: [PROGRAM],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    alias: { yaml: YAML },
    format: 'esm',
    logLevel: 'warning',
  })
  const { loadMs, firstLoadMs, turnMs } = Measured.parse(
    JSON.parse(execFileSync(process.execPath, [BUNDLE]).toString()),
  )
  return [
    { group, name: 'load', unit: 'ms', ours: loadMs, aim: { atMost: 50 } },
    { group, name: 'load, first in a fresh process', unit: 'ms', ours: firstLoadMs },
    { group, name: 'prompt and tools of a turn', unit: 'ms', ours: turnMs, aim: { atMost: 2 } },
  ]
}
