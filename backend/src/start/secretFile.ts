import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { SettingError } from './startupError.ts'
import { writeFileAtomically } from '../writeFileAtomically.ts'

const MIN_LENGTH = 16
const OWNER_ONLY = 0o600

/** The server's secret, created at the first start, readable by its user only. Throws `SettingError`. */
export async function readSecretFile(folder: string): Promise<string> {
  const file = join(folder, 'secret')
  const stored = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (stored !== null) return checkSecret(stored.trim(), file)
  const secret = randomBytes(32).toString('base64url')
  await writeFileAtomically(file, `${secret}\n`, OWNER_ONLY)
  return secret
}

function checkSecret(secret: string, file: string): string {
  if (secret.length >= MIN_LENGTH) return secret
  throw new SettingError(
    `The secret in ${file} is shorter than ${MIN_LENGTH} characters. Restore it from a backup, ` +
      'or delete it to create a new one and re-enter your API keys.',
  )
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
