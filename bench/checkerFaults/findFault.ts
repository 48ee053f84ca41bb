import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'

import type { Fault } from './fault.ts'
import { createFaultyCopy } from './faultyCopy.ts'

export interface FuzzedFault {
  /** What the fuzzer has found; null if it found nothing. */
  readonly found: string | null
  readonly books: number
}

export interface FuzzOptions {
  readonly firstSeed: number
  readonly books: number
  /** Of processor time. */
  readonly seconds: number
}

const Run = z.object({ books: z.number(), kinds: z.array(z.string()) })

/** Runs the fuzzer on a checker with a fault until it finds something. */
export function findFault(fault: Fault, { firstSeed, books, seconds }: FuzzOptions): FuzzedFault {
  const copy = createFaultyCopy(fault)
  try {
    const program = join(copy.path, 'bench/programs/checkerFuzz.ts')
    const options = ['--first', '--seed', String(firstSeed), '--books', String(books), '--seconds', String(seconds)]
    const { status, stdout } = spawnSync(process.execPath, [program, ...options], { encoding: 'utf8' })
    if (status !== 0) return { found: 'the fuzzer crashes', books: 0 }
    const run = Run.parse(JSON.parse(stdout))
    return { found: run.kinds[0] ?? null, books: run.books }
  } finally {
    copy.remove()
  }
}
