import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * Reads a file; null if it is larger. Throws if it can't be read, or if it is a folder, a pipe or a device. It never waits
 * for a writer and never reads without end: what a path leads to can change at any time, and some files of the system
 * have no size.
 */
export async function readFileAtMost(path: string, maxBytes: number): Promise<Buffer | null> {
  // Windows has neither this flag nor such pipes.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw new Error(`${path} is not a file.`)
    if (stats.size > maxBytes) return null
    const chunks: Buffer[] = []
    for (let size = 0; size <= maxBytes;) {
      const wanted = Math.min(Math.max(stats.size - size, CHUNK_BYTES), maxBytes + 1 - size)
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(wanted))
      if (bytesRead === 0) return Buffer.concat(chunks)
      chunks.push(buffer.subarray(0, bytesRead))
      size += bytesRead
    }
    return null
  } finally {
    await handle.close()
  }
}

const CHUNK_BYTES = 4096
