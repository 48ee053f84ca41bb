/** The text of a file, or where its bytes stop being UTF-8. `TextDecoder` does not report that offset. */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string } | { readonly textBefore: string } {
  const pieces: string[] = []
  let units: number[] = []
  for (let index = 0; index < bytes.length;) {
    const character = characterAt(bytes, index)
    if (character === null) return { textBefore: pieces.join('') + String.fromCharCode(...units) }
    if (character.code > 0xffff) units.push(0xd7c0 + (character.code >> 10), 0xdc00 + (character.code & 0x3ff))
    else units.push(character.code)
    index += character.length
    if (units.length >= PIECE) {
      pieces.push(String.fromCharCode(...units))
      units = []
    }
  }
  return { text: pieces.join('') + String.fromCharCode(...units) }
}

const PIECE = 4096

/** Null for what UTF-8 forbids: stray or missing continuations, overlong forms, surrogates, beyond U+10FFFF. */
function characterAt(bytes: Uint8Array, index: number): { readonly code: number; readonly length: number } | null {
  const first = bytes[index] ?? 0
  if (first < 0x80) return { code: first, length: 1 }
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  if (first < 0xc2 || first > 0xf4) return null
  let code = first & (0x7f >> length)
  for (let offset = 1; offset < length; offset += 1) {
    const next = bytes[index + offset]
    if (next === undefined || (next & 0xc0) !== 0x80) return null
    code = (code << 6) | (next & 0x3f)
  }
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code < smallest || code > 0x10ffff || surrogate ? null : { code, length }
}
