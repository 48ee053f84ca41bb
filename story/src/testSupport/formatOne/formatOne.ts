import { readFileSync, readdirSync } from 'node:fs'
import { z } from 'zod'

import type { Gamebook } from '../../gamebook/gamebook.ts'
import { loadGamebook } from '../loadGamebook.ts'
import { hashPlays, type PlayHashes } from './playHashes.ts'

const Call = z.strictObject({ function: z.string(), args: z.json() })
const Plays = z.array(
  z.strictObject({
    book: z.string(),
    name: z.string(),
    ending: z.strictObject({ title: z.string(), kind: z.string() }),
    seed: z.int(),
    calls: z.array(Call),
    /** The number of calls before the saved state in the middle. */
    middle: z.int(),
    saved: z.strictObject({ middle: z.json(), end: z.json() }),
  }),
)

/** Plays of the shipped gamebooks to each ending, with the states that the version before Format 2 saved. */
export const formatOnePlays = Plays.parse(JSON.parse(read('plays.json')))

/** The gamebooks as they were before Format 2, by name. */
export const formatOneBooks: readonly (readonly [string, Gamebook])[] = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file.replace('.yaml', ''), loadGamebook(read(file))])

const CALLS = 10_000

export function hashesOf(name: string, gamebook: Gamebook): PlayHashes {
  const recorded = formatOnePlays.filter(({ book }) => book === name)
  return hashPlays(gamebook, CALLS, recorded)
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
}
