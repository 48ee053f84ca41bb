import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { createTemporaryFolder, type TemporaryFolder } from '../lib/temporaryFolder.ts'
import { applyFault, type Fault } from './fault.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** What the fuzzer needs. */
const COPIED = ['package.json', 'story/package.json', 'story/src', 'bench/programs/checkerFuzz.ts']

/** A copy of the checker and its fuzzer with a fault. */
export function createFaultyCopy(fault: Fault): TemporaryFolder {
  const copy = createTemporaryFolder()
  for (const name of COPIED) {
    mkdirSync(dirname(join(copy.path, name)), { recursive: true })
    cpSync(join(ROOT, name), join(copy.path, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy.path, 'node_modules'))
  writeFileSync(join(copy.path, fileOf(fault)), faultySource(fault))
  return copy
}

/** The source of this tree with a fault. */
export function faultySource(fault: Fault): string {
  return applyFault(fault, readFileSync(join(ROOT, fileOf(fault)), 'utf8'))
}

function fileOf({ file }: Fault): string {
  return `story/src/analysis/${file}`
}
