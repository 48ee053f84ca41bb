import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { copySqlite, readCopy } from './copySqlite.ts'

/**
 * Copies an SQLite database before a step changes it. No copy is ever written over: a copy of the same contents is
 * used again, and others keep their names.
 */
export function copyBeforeStep(file: string, step: string): void {
  for (let number = 1; ; number += 1) {
    const copy = `${file}.before-${step}${number === 1 ? '' : `.${number}`}`
    if (!existsSync(copy)) return copySqlite(file, copy)
    if (isCopyOf(copy, file)) return
  }
}

/** Removes the copies once the database that they were made of is complete and readable. */
export async function removeUpgradeCopies(file: string): Promise<void> {
  const folder = dirname(file)
  const copies = (await readdir(folder)).filter((name) => name.startsWith(`${basename(file)}.before-`))
  if (copies.length === 0 || readCopy(file).damage !== null) return
  await Promise.all(copies.map((name) => rm(join(folder, name))))
}

/** False for a file that can't be read as a database. */
function isCopyOf(copy: string, file: string): boolean {
  try {
    const { tables, damage } = readCopy(copy)
    return damage === null && tables === readCopy(file).tables
  } catch {
    return false
  }
}
