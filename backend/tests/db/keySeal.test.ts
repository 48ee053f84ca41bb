import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { createKeyCipher } from '../../src/models/keys/keyCipher.ts'
import { readSecretFile } from '../../src/start/secretFile.ts'
import { SettingError } from '../../src/start/startupError.ts'
import { makeFolder } from '../support/gamebookFolder.ts'

const KEY = 'sk-ключ-🔑'

describe('a sealed key', () => {
  it('opens for its owner, and reads differently each time', () => {
    const seal = createKeyCipher('a secret')
    const sealed = seal.seal(KEY, 'config-1')
    expect(seal.open(sealed, 'config-1')).toBe(KEY)
    expect(sealed).not.toContain('sk-')
    expect(seal.seal(KEY, 'config-1')).not.toBe(sealed)
  })

  it('opens for no other owner and with no other secret', () => {
    const sealed = createKeyCipher('a secret').seal(KEY, 'config-1')
    expect(createKeyCipher('a secret').open(sealed, 'config-2')).toBeNull()
    expect(createKeyCipher('another secret').open(sealed, 'config-1')).toBeNull()
  })

  it.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.abc', 'sk-plain'])('does not open when it is %j', (sealed) => {
    expect(createKeyCipher('a secret').open(sealed, 'config-1')).toBeNull()
  })

  it('does not open when a byte of it has changed', () => {
    const seal = createKeyCipher('a secret')
    const sealed = seal.seal(KEY, 'config-1')
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (let index = 0; index < bytes.length; index += 1) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(index) ^ 1, index)
      expect(seal.open(`v1.${damaged.toString('base64url')}`, 'config-1')).toBeNull()
    }
  })
})

describe('the secret of an installation', () => {
  it('is made once, and readable by its user alone', async () => {
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
