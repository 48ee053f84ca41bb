import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { BenchError } from './benchError.ts'

/** A built app that can be measured. */
export interface App {
  readonly folder: string
  /** The arguments of Node that run the server with the flags of its `npm start`. */
  readonly command: readonly string[]
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const PackageJson = z.object({ scripts: z.object({ start: z.string() }) })

/** The app in a folder with a copy of this repository; by default, the one in this repository. */
export function findApp(folder = REPOSITORY): App {
  const server = join(resolve(folder), 'backend', 'dist', 'server.mjs')
  if (!existsSync(server))
    throw new BenchError(
      `The server has not been built: ${server} is missing.`,
      `Run \`npm run build\` in ${resolve(folder)}.`,
    )
  const { scripts } = PackageJson.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return { folder: resolve(folder), command: [...(scripts.start.match(/--\S+/g) ?? []), server] }
}
