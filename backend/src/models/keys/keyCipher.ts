import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Encrypts API keys, so that the database alone gives none away. */
export interface KeyCipher {
  /** `owner` is bound in: sealed text that is moved to another row opens no more. */
  seal(key: string, owner: string): string
  /** Null where it cannot be opened: another secret, another owner, or damage. */
  open(sealed: string, owner: string): string | null
}

const FORMAT = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

export function createKeyCipher(secret: string): KeyCipher {
  const cipherKey = createHash('sha256').update(secret).digest()
  return {
    seal(key, owner) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(owner))
      const sealed = Buffer.concat([iv, cipher.update(key, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${FORMAT}.${sealed.toString('base64url')}`
    },
    open(sealed, owner) {
      const [format, text = ''] = sealed.split('.')
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
