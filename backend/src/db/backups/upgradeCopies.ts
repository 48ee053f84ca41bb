import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { isDamage } from '../databaseHealth.ts'
import { checkSqlite, copySqlite, readCopy } from './copySqlite.ts'

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

/** The paths of the copies of a database that an upgrade keeps until it is complete. */
export async function listUpgradeCopies(file: string): Promise<readonly string[]> {
  const names = await readdir(dirname(file)).catch(() => [])
  const isCopy = (name: string): boolean => name.startsWith(`${basename(file)}.before-`) && !name.includes('.tmp')
  return names.filter(isCopy).map((name) => join(dirname(file), name))
}

/** Removes the copies once the database that they were made of is complete and readable. */
export async function removeUpgradeCopies(file: string): Promise<void> {
  const copies = await listUpgradeCopies(file)
  if (copies.length === 0 || !isReadable(file)) return
  await Promise.all(copies.map((copy) => rm(copy)))
}

function isReadable(file: string): boolean {
  try {
    checkSqlite(file)
    return true
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/** False for a file that can't be read as a database. */
function isCopyOf(copy: string, file: string): boolean {
  try {
    const found = readCopy(copy)
    return found.damage === null && isDeepStrictEqual(found, readCopy(file))
  } catch {
    return false
  }
}
