import { readFile } from 'node:fs/promises'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

/** How often something was committed since the write-ahead log of a database began: the last page of a commit says so. */
export async function countCommits(file: string): Promise<number> {
  const log = await readFile(`${file}-wal`)
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8)
  const salt = log.subarray(16, 24)
  let commits = 0
  for (let frame = HEADER_BYTES; frame + frameBytes <= log.length; frame += frameBytes) {
    const isCurrent = log.subarray(frame + 8, frame + 16).equals(salt)
    if (isCurrent && log.readUInt32BE(frame + 4) > 0) commits += 1
  }
  return commits
}
