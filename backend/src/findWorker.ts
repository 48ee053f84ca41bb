import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The code of a thread: beside the source file that starts it, or in the server's build, whose chunks are one folder
 * below.
 * @param from the URL of that source file
 */
export function findWorker(name: string, from: string): URL {
  const candidates = [`./${name}.ts`, `./${name}.mjs`, `../${name}.mjs`].map((path) => new URL(path, from))
  const found = candidates.find((url) => existsSync(fileURLToPath(url)))
  if (found === undefined) throw new Error(`The code of ${name} is missing from the build.`)
  return found
}
