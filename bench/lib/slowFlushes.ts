import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The environment of a program whose disk flushes all take longer. Undefined if the library for that can't be built. */
export function slowFlushes(milliseconds: number): NodeJS.ProcessEnv | undefined {
  if (process.platform !== 'linux') return undefined
  const library = inRepository('.cache/bench/slowFlush.so')
  mkdirSync(inRepository('.cache/bench'), { recursive: true })
  const args = ['-shared', '-fPIC', '-o', library, inRepository('bench/programs/slowFlush.c'), '-ldl']
  const { status } = spawnSync('cc', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0 ? { LD_PRELOAD: library, FLUSH_DELAY_MS: String(milliseconds) } : undefined
}
