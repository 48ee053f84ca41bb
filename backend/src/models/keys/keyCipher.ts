import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Encrypts API keys, so the database alone reveals none. */
export interface KeyCipher {
  /** Bound to `owner`: the result can't be decrypted for another row. */
  encrypt(key: string, owner: string): string
  /** Null for another secret, another owner or damaged text. */
  decrypt(encrypted: string, owner: string): string | null
}

const FORMAT = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

export function createKeyCipher(secret: string): KeyCipher {
  const cipherKey = createHash('sha256').update(secret).digest()
  return {
    encrypt(key, owner) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(owner))
      const encrypted = Buffer.concat([iv, cipher.update(key, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${FORMAT}.${encrypted.toString('base64url')}`
    },
    decrypt(encrypted, owner) {
      const [format, text = ''] = encrypted.split('.')
      const bytes = Buffer.from(text, 'base64url')
      if (format !== FORMAT || bytes.length < IV_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}
