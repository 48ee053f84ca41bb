import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The code of a thread: beside this source file, or in the server's build, whose chunks are one folder below. */
export function findWorker(name: string): URL {
  const candidates = [`./${name}.ts`, `./${name}.mjs`, `../${name}.mjs`].map((path) => new URL(path, import.meta.url))
  const found = candidates.find((url) => existsSync(fileURLToPath(url)))
  if (found === undefined) throw new Error(`The code of ${name} is missing from the build.`)
  return found
}
