import { open } from 'node:fs/promises'

/** Overwrites the second half of the file. */
export async function damagePages(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  const half = Math.floor(size / 2)
  await handle.write(Buffer.alloc(size - half, 0xab), 0, size - half, half)
  await handle.close()
}
