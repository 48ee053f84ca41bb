import { text, type Reader } from '../cursor/readers.ts'
import { report } from '../diagnostics/reporter.ts'

/** The path of an image inside the gamebook's folder. Its existence is checked when the folder is read. */
export const image: Reader<string> = (cursor) => {
  const path = text(cursor)
  if (path === undefined) return undefined
  if (leadsOutside(path)) {
    const hint = 'Put the image into the folder and write its name, as in "cover.webp".'
    report(cursor, 'image-outside', `"${path}" is outside the gamebook's folder.`, hint)
    return undefined
  }
  if (!/\.(png|jpe?g|webp|gif|avif)$/i.test(path)) {
    const hint = 'Use PNG, JPEG, WebP, GIF or AVIF, with the usual file extension.'
    report(cursor, 'image-type', `"${path}" is not a supported image type.`, hint)
    return undefined
  }
  return path
}

/** Only a relative path with "/": no drive, scheme, backslash or "..". */
function leadsOutside(path: string): boolean {
  return /^\/|^[a-z][a-z0-9+.-]*:|[\\\0-\x1f]/i.test(path) || path.split('/').includes('..')
}
