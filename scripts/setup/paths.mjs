import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A path inside the repository. */
export const inRepository = (...parts) => join(ROOT, ...parts)
