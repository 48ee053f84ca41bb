import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Creates a folder and the folders above it that are missing. Node's own recursive `mkdir` never ends where the system
 * says that a folder is missing and refuses to create it, as in /proc.
 */
export async function createFolder(path: string): Promise<void> {
  const stats = await stat(path).catch(() => null)
  if (stats?.isDirectory() === true) return
  if (dirname(path) !== path) await createFolder(dirname(path))
  await mkdir(path).catch(async (error: unknown) => {
    // Another program may have created it meanwhile.
    const made = await stat(path).catch(() => null)
    if (made?.isDirectory() !== true) throw error
  })
}
