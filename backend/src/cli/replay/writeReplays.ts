import { mkdtemp, rmdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { claimOf, findReplaySeed, readGamebook } from '@llm-gamebook/story'

import { createFolder } from '../../createFolder.ts'
import { writeFileAtomically } from '../../writeFileAtomically.ts'
import type { CheckedFile } from '../check/checkFile.ts'
import { CliError } from '../cliError.ts'
import type { Terminal } from '../terminal.ts'
import { formatReplay, MAX_REPLAY_CALLS } from './replayFile.ts'

/** Creates the folder for replays. Throws `CliError` if nothing can be written to it. */
export async function prepareReplayFolder(given: string, { folder }: Terminal): Promise<void> {
  const target = resolve(folder, given)
  try {
    await createFolder(target)
    // For the administrator, the permissions of a folder don't say whether it can be written to.
    await rmdir(await mkdtemp(join(target, '.replays-')))
  } catch {
    throw notWritable(given)
  }
}

export interface WrittenReplays {
  readonly written: number
  /** How many were left out, because `replay` would not read them. */
  readonly tooLong: number
}

/** Writes a replay for each finding that has calls. */
export async function writeReplays(
  checked: readonly CheckedFile[],
  given: string,
  { folder }: Terminal,
): Promise<WrittenReplays> {
  const target = resolve(folder, given)
  let written = 0
  let tooLong = 0
  for (const { text, hash, file, findings } of checked) {
    const { gamebook } = readGamebook(text)
    if (gamebook === null) continue
    const path = relative(target, resolve(folder, file)).replaceAll('\\', '/')
    const source = { title: gamebook.title.slice(0, 2000), file: path, hash }
    for (const finding of findings) {
      const { witness: calls } = finding
      if (calls === null) continue
      const replay =
        calls.length > MAX_REPLAY_CALLS
          ? null
          : formatReplay(source, finding, { claim: claimOf(finding), seed: findReplaySeed(gamebook, calls), calls })
      if (replay === null) {
        tooLong += 1
        continue
      }
      written += 1
      const name = `${hash.slice(0, 8)}-${String(finding.line).padStart(4, '0')}-${finding.code}-${written}.json`
      await writeFileAtomically(join(target, name), replay).catch(() => {
        throw notWritable(given)
      })
    }
  }
  return { written, tooLong }
}

const notWritable = (given: string): CliError =>
  new CliError(`Replays can't be written to "${given}".`, 'Give a folder that you can write to, on a disk with space.')
