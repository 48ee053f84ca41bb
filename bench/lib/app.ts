import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { BenchError } from './benchError.ts'

/** A built app that can be measured. */
export interface App {
  readonly folder: string
  /** Runs the server with the flags of its `npm start`. The arguments of Node. */
  readonly command: readonly string[]
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const PackageJson = z.object({ scripts: z.object({ start: z.string() }) })

/** The app in a folder with a copy of this repository; this one without a folder. */
export function findApp(folder = REPOSITORY): App {
  const server = join(resolve(folder), 'backend', 'dist', 'server.mjs')
  if (!existsSync(server))
    throw new BenchError(`There is no built server at ${server}.`, `Run \`npm run build\` in ${resolve(folder)}.`)
  const { scripts } = PackageJson.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return { folder: resolve(folder), command: [...(scripts.start.match(/--\S+/g) ?? []), server] }
}
