import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Gamebook } from '@llm-gamebook/story'
import { z } from 'zod'

import { GAMEBOOK_FILE, readGamebookFile } from '../../gamebooks/gamebookFile.ts'
import { parseJson } from '../../json.ts'
import { readFileAtMost } from '../../readFileAtMost.ts'
import { BenchmarkScript } from './benchmarkScript.ts'

export interface BenchmarkBook {
  /** The name of the folder of its script. */
  readonly id: string
  readonly gamebook: Gamebook
  /** Content hash of the gamebook. */
  readonly version: string
  readonly script: BenchmarkScript
  /** Content hash of script and gamebook: results of another one can't be compared. */
  readonly hash: string
}

/** The gamebook that was made for the benchmark. */
export const MAIN_BOOK = 'room-seven'

const SCRIPT_FILE = 'script.json'
const MAX_SCRIPT_BYTES = 1024 * 1024

/** A script, or the gamebook that it plays, can't be used. */
export class BenchmarkBookError extends Error {
  override readonly name = 'BenchmarkBookError'
}

/** The books that have a script, the main one first. */
export async function listBenchmarkBooks(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const ids = entries.filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, SCRIPT_FILE)))
  return ids.map(({ name }) => name).toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
}

const rank = (id: string): number => (id === MAIN_BOOK ? 0 : 1)

/** Throws `BenchmarkBookError`. */
export async function readBenchmarkBook(folder: string, id: string): Promise<BenchmarkBook> {
  const own = join(folder, id)
  const source = await readFileAtMost(join(own, SCRIPT_FILE), MAX_SCRIPT_BYTES).catch(() => null)
  if (source === null) throw new BenchmarkBookError(`The benchmark has no readable script for "${id}".`)
  const read = BenchmarkScript.safeParse(parseJson(source.toString()))
  if (!read.success) throw new BenchmarkBookError(`The script of "${id}" is wrong: ${z.prettifyError(read.error)}`)
  const { gamebook, version } = await readGamebookFile(join(own, read.data.gamebook, GAMEBOOK_FILE))
  if (gamebook === null) throw new BenchmarkBookError(`The gamebook of the script "${id}" has errors.`)
  const hash = createHash('sha256').update(source).update(version).digest('hex')
  return { id, gamebook, version, script: read.data, hash }
}
