const startsWith = (bytes: Uint8Array, text: string, offset = 0): boolean =>
  Buffer.from(bytes.subarray(offset, offset + text.length)).toString('latin1') === text

const SIGNATURES: readonly { readonly mediaType: string; readonly matches: (bytes: Uint8Array) => boolean }[] = [
  { mediaType: 'image/png', matches: (bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n') },
  { mediaType: 'image/jpeg', matches: (bytes) => startsWith(bytes, '\xff\xd8\xff') },
  { mediaType: 'image/gif', matches: (bytes) => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a') },
  { mediaType: 'image/webp', matches: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) },
  { mediaType: 'image/avif', matches: (bytes) => startsWith(bytes, 'ftypavif', 4) || startsWith(bytes, 'ftypavis', 4) },
]

const MEDIA_TYPE_BY_EXTENSION: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}

/** How many bytes of a file identify its type. */
export const SIGNATURE_BYTES = 16

/** The media type by content; null for other types and for an extension that doesn't match. */
export function imageType(path: string, bytes: Uint8Array): string | null {
  const mediaType = SIGNATURES.find(({ matches }) => matches(bytes))?.mediaType ?? null
  const extension = path.split('.').at(-1)?.toLowerCase() ?? ''
  return MEDIA_TYPE_BY_EXTENSION[extension] === mediaType ? mediaType : null
}
