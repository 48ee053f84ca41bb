import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/** A reader sees either the old text or the new one, even after a power failure. */
export async function writeFileAtomically(file: string, text: string, mode?: number): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`
  try {
    const handle = await open(draft, 'wx', mode)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
