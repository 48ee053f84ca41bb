import { trimCharacters } from './trimCharacters.ts'

/** Reduces a text to ASCII: letters lose their accents, other characters are removed. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/[^\x00-\x7f]/g, '')
}

/** The id that a name gives: `Leaflet not found yet` is `leaflet_not_found_yet`. */
export function toSnake(text: string): string {
  const ascii = plain(text)
  const spaced = (isAllCapitals(ascii) ? ascii.toLowerCase() : ascii)
    .replaceAll(/[^A-Za-z0-9_]/g, '_')
    .replaceAll(/[A-Z]/g, '_$&')
    .replaceAll(/\d+/g, '_$&_')
    .toLowerCase()
    .replaceAll(/_+/g, '_')
  const led = ascii.startsWith('_') ? spaced : spaced.replace(/^_/, '')
  return ascii.endsWith('_') ? led : led.replace(/_$/, '')
}

/** The type id that a name gives: `Story Arc Node` is `StoryArcNode`. */
export function toPascal(text: string): string {
  return toSnake(text)
    .split('_')
    .map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1))
    .join('')
}

/** The folder name that a title gives: `The Well at Midnight` is `the-well-at-midnight`. */
export function toKebab(text: string): string {
  return trimCharacters(toSnake(text).replaceAll('_', '-'), /-/)
}

function isAllCapitals(text: string): boolean {
  return /[A-Z]/.test(text) && !/[a-z]/.test(text)
}
