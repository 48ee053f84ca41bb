import { join } from 'node:path'

/** The scripts of the benchmark. */
export const BOOKS_FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'bench', 'gamebooks')
