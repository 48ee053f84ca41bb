import { glob, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Half-written files of this server, never those of a user. SQLite may leave its own files next to one. */
const DRAFTS = [
  'llm-gamebook.sqlite.*.tmp*',
  'llm-gamebook.sqlite.restored',
  'backups/llm-gamebook-*.tmp*',
  'secret.*.tmp',
  'checks/*.tmp',
  'gamebooks/**/llm-gamebook.yaml.*.tmp',
]

/** Removes what a killed server was writing. The data folder must be locked: no other server is writing there. */
export async function removeDrafts(dataFolder: string): Promise<void> {
  for await (const path of glob(DRAFTS, { cwd: dataFolder })) await rm(join(dataFolder, path), { force: true })
}
