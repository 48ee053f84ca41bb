import { trimCharacters } from '@llm-gamebook/story'

import { isForbiddenHost } from './forbiddenHost.ts'
import { isLocalHost } from './localHost.ts'

/** A typed address as a URL, or why it is not one. */
export type CleanAddress =
  { readonly url: URL; readonly notes: readonly string[]; readonly isBare: boolean } | { readonly refusal: string }

/**
 * Reads what was typed: quotes and spaces around it are removed, a missing scheme is guessed from the host. A user and
 * password are refused, and a query and fragment removed, because they could hold a key.
 */
export function cleanAddress(typed: string): CleanAddress {
  const text = withoutWrapping(typed)
  if (WHITE_SPACE.test(text)) return { refusal: "A URL can't contain spaces." }
  const hasScheme = text.includes('://')
  const address = hasScheme ? text : `${guessScheme(text)}://${text}`
  if (!/^https?:\/\//i.test(address)) return { refusal: 'Start the URL with http:// or https://.' }
  const url = URL.parse(address)
  if (url === null) return { refusal: 'This is not a valid server URL.' }
  if (url.username !== '' || url.password !== '') {
    return { refusal: 'Remove the user and password from the URL. Enter the key under API key.' }
  }
  if (isForbiddenHost(url.hostname)) return { refusal: 'This address is blocked: it is reserved for internal use.' }
  const notes = url.search === '' && url.hash === '' ? [] : ['Everything after ? or # was removed.']
  url.search = ''
  url.hash = ''
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1'
  url.pathname = url.pathname.replaceAll(/\/{2,}/g, '/')
  return { url, notes, isBare: !hasScheme && url.port === '' && url.pathname === '/' }
}

const WHITE_SPACE = /[\s\p{Cf}\p{Cc}]/u
const AROUND = /[\s\p{Cf}"'<>‘’“”`]/u

function withoutWrapping(typed: string): string {
  return trimCharacters(typed, AROUND)
}

function guessScheme(text: string): 'http' | 'https' {
  const host = URL.parse(`http://${text}`)?.hostname ?? text
  return isLocalHost(host) ? 'http' : 'https'
}
