import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { createKeyCipher } from '../../../src/models/keys/keyCipher.ts'
import { readSecretFile } from '../../../src/start/secretFile.ts'
import { SettingError } from '../../../src/start/startupError.ts'
import { makeFolder } from '../../support/gamebookFolder.ts'

const KEY = 'sk-ключ-🔑'

describe('an encrypted key', () => {
  it('is decrypted for its owner, and is different each time', () => {
    const cipher = createKeyCipher('a secret')
    const encrypted = cipher.encrypt(KEY, 'config-1')
    expect(cipher.decrypt(encrypted, 'config-1')).toBe(KEY)
    expect(encrypted).not.toContain('sk-')
    expect(cipher.encrypt(KEY, 'config-1')).not.toBe(encrypted)
  })

  it("can't be decrypted for another owner or with another secret", () => {
    const encrypted = createKeyCipher('a secret').encrypt(KEY, 'config-1')
    expect(createKeyCipher('a secret').decrypt(encrypted, 'config-2')).toBeNull()
    expect(createKeyCipher('another secret').decrypt(encrypted, 'config-1')).toBeNull()
  })

  it.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.abc', 'sk-plain'])('is not decrypted when it is %j', (encrypted) => {
    expect(createKeyCipher('a secret').decrypt(encrypted, 'config-1')).toBeNull()
  })

  it("can't be decrypted after a byte has changed", () => {
    const cipher = createKeyCipher('a secret')
    const encrypted = cipher.encrypt(KEY, 'config-1')
    const bytes = Buffer.from(encrypted.slice(3), 'base64url')
    for (let index = 0; index < bytes.length; index += 1) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(index) ^ 1, index)
      expect(cipher.decrypt(`v1.${damaged.toString('base64url')}`, 'config-1')).toBeNull()
    }
  })
})

describe('the secret of an installation', () => {
  it('is created once, and only its user can read it', async () => {
    const folder = await makeFolder()
    const secret = await readSecretFile(folder)
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(await readSecretFile(folder)).toBe(secret)
    expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(secret)
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['secret'])
  })

  it.each(['', '\n', 'too-short\n'])('is not used when its file holds %j', async (text) => {
    const folder = await makeFolder({ secret: text })
    const refused = await readSecretFile(folder).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(SettingError)
    expect(String(refused)).toContain('Restore it from a backup')
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(text)
  })
})
