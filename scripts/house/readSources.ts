import { globSync, readFileSync } from 'node:fs'

const REPOSITORY = new URL('../../', import.meta.url)

export interface SourceFile {
  /** Relative to the repository. */
  readonly path: string
  readonly content: string
}

const CODE = '{frontend,backend,story}/src/**/*.{ts,tsx}'
const PAGES = ['docs/**/*.md', '*.md', '.github/**/*.md', '{frontend,backend,story,e2e,bench}/*.md']
const NOT_OURS = /\.test\.tsx?$|\.d\.ts$|\/testSupport\/|\/setupTests/

/** The code that ships. */
export function readCode(): readonly SourceFile[] {
  return read([CODE])
}

export function readPages(): readonly SourceFile[] {
  return read(PAGES)
}

function read(patterns: readonly string[]): readonly SourceFile[] {
  return globSync([...patterns], { cwd: REPOSITORY })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !NOT_OURS.test(path))
    .toSorted()
    .map((path) => ({ path, content: readFileSync(new URL(path, REPOSITORY), 'utf8') }))
}
