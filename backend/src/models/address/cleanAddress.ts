import { isForbiddenHost } from './forbiddenHost.ts'
import { isLocalHost } from './localHost.ts'

/** An address without the marks that come along when people copy it, or why it is none. */
export type CleanAddress =
  { readonly url: URL; readonly notes: readonly string[]; readonly isBare: boolean } | { readonly refusal: string }

/**
 * Reads what was typed: quotes and white space around it go, a missing scheme is guessed from the host,
 * what could hide a key (user, query, fragment) is refused or dropped.
 */
export function cleanAddress(typed: string): CleanAddress {
  const text = withoutWrapping(typed)
  if (WHITE_SPACE.test(text)) return { refusal: 'An address has no white space in it.' }
  const hasScheme = text.includes('://')
  const address = hasScheme ? text : `${guessScheme(text)}://${text}`
  if (!/^https?:\/\//i.test(address)) return { refusal: 'An address begins with http:// or https://.' }
  const url = URL.parse(address)
  if (url === null) return { refusal: 'This is no address of a server.' }
  if (url.username !== '' || url.password !== '') {
    return { refusal: 'An address holds no user and password: put the key in the key field.' }
  }
  if (isForbiddenHost(url.hostname))
    return { refusal: 'This address belongs to the machine itself and is never asked.' }
  const notes = url.search === '' && url.hash === '' ? [] : ['What stood behind the path (? or #) was left out.']
  url.search = ''
  url.hash = ''
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1'
  url.pathname = url.pathname.replaceAll(/\/{2,}/g, '/')
  return { url, notes, isBare: !hasScheme && url.port === '' && url.pathname === '/' }
}

const WHITE_SPACE = /[\s\p{Cf}\p{Cc}]/u
const AROUND = /^[\s\p{Cf}"'<>‘’“”`]+|[\s\p{Cf}"'<>‘’“”`]+$/gu

function withoutWrapping(typed: string): string {
  return typed.replaceAll(AROUND, '')
}

function guessScheme(text: string): 'http' | 'https' {
  const host = URL.parse(`http://${text}`)?.hostname ?? text
  return isLocalHost(host) ? 'http' : 'https'
}
