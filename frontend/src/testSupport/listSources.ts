import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The files of the app below a folder, without tests and generated types. */
export function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testSupport|openapi\.d\.ts|setupTests/.test(file))
    .map((file) => join(folder, file))
    .toSorted()
}
