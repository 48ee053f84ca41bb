import { access, constants, mkdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { claimOf, findReplaySeed, readGamebook } from '@llm-gamebook/story'

import { writeFileAtomically } from '../../writeFileAtomically.ts'
import type { CheckedFile } from '../check/checkFile.ts'
import { CliError } from '../cliError.ts'
import type { Terminal } from '../terminal.ts'
import { formatReplay } from './replayFile.ts'

/** Creates the folder for replays, and returns its path. Throws `CliError` if that is not possible. */
export async function createReplayFolder(given: string, { folder }: Terminal): Promise<string> {
  const target = resolve(folder, given)
  try {
    await mkdir(target, { recursive: true })
    await access(target, constants.W_OK)
  } catch {
    throw new CliError(`Replays can't be written to "${given}".`, 'Give a folder that you can write to.')
  }
  return target
}

/** Writes a replay for each finding that has calls into a folder that exists, and returns how many. */
export async function writeReplays(
  checked: readonly CheckedFile[],
  target: string,
  terminal: Terminal,
): Promise<number> {
  let written = 0
  for (const { text, hash, file, findings } of checked) {
    const { gamebook } = readGamebook(text)
    if (gamebook === null) continue
    const path = relative(target, resolve(terminal.folder, file)).replaceAll('\\', '/')
    const source = { title: gamebook.title.slice(0, 2000), file: path, hash }
    for (const finding of findings) {
      const { witness: calls } = finding
      if (calls === null) continue
      written += 1
      const replay = { claim: claimOf(finding), seed: findReplaySeed(gamebook, calls), calls }
      const name = `${hash.slice(0, 8)}-${String(finding.line).padStart(4, '0')}-${finding.code}-${written}.json`
      await writeFileAtomically(join(target, name), formatReplay(source, finding, replay))
    }
  }
  return written
}
