import { mkdtemp, rmdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { claimOf, findReplaySeed, readGamebook } from '@llm-gamebook/story'

import { createFolder } from '../../createFolder.ts'
import { writeFileAtomically } from '../../writeFileAtomically.ts'
import type { CheckedFile } from '../check/checkFile.ts'
import { CliError } from '../cliError.ts'
import type { Terminal } from '../terminal.ts'
import { formatReplay } from './replayFile.ts'

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

/** Writes a replay for each finding that has calls, and returns how many. */
export async function writeReplays(
  checked: readonly CheckedFile[],
  given: string,
  { folder }: Terminal,
): Promise<number> {
  const target = resolve(folder, given)
  let written = 0
  for (const { text, hash, file, findings } of checked) {
    const { gamebook } = readGamebook(text)
    if (gamebook === null) continue
    const path = relative(target, resolve(folder, file)).replaceAll('\\', '/')
    const source = { title: gamebook.title.slice(0, 2000), file: path, hash }
    for (const finding of findings) {
      const { witness: calls } = finding
      if (calls === null) continue
      written += 1
      const replay = { claim: claimOf(finding), seed: findReplaySeed(gamebook, calls), calls }
      const name = `${hash.slice(0, 8)}-${String(finding.line).padStart(4, '0')}-${finding.code}-${written}.json`
      await writeFileAtomically(join(target, name), formatReplay(source, finding, replay)).catch(() => {
        throw notWritable(given)
      })
    }
  }
  return written
}

const notWritable = (given: string): CliError =>
  new CliError(`Replays can't be written to "${given}".`, 'Give a folder that you can write to, on a disk with space.')
