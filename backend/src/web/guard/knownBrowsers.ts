import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Recognizes browsers in which the right password was entered. The mark doesn't replace the password. */
export interface KnownBrowsers {
  /** The `set-cookie` header that marks a browser. */
  readonly mark: (isSecure: boolean) => string
  /** The id of a marked browser; null for others. */
  readonly find: (cookies: string | undefined) => string | null
}

const COOKIE = 'llm-gamebook-browser'
const YEAR_S = 31_536_000
const ID_BYTES = 16

/** Marks are signed with a key that ends with this process. */
export function createKnownBrowsers(): KnownBrowsers {
  const key = randomBytes(32)
  const sign = (id: string): string => createHmac('sha256', key).update(id).digest('base64url')
  return {
    mark(isSecure) {
      const id = randomBytes(ID_BYTES).toString('base64url')
      const secure = isSecure ? '; Secure' : ''
      return `${COOKIE}=${id}.${sign(id)}; Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Strict${secure}`
    },
    find(cookies = '') {
      const value = cookies
        .split(';')
        .map((cookie) => cookie.trim().split('='))
        .find(([name]) => name === COOKIE)?.[1]
      const [id = '', signature = ''] = value?.split('.') ?? []
      const [given, expected] = [Buffer.from(signature), Buffer.from(sign(id))]
      return id !== '' && given.length === expected.length && timingSafeEqual(given, expected) ? id : null
    },
  }
}
