/** The bytes of one block of a body, as text. */
export function sliceBody(body: string, blocks: readonly { readonly bytes: number }[], index: number): string {
  const start = blocks.slice(0, index).reduce((sum, { bytes }) => sum + bytes, 0)
  const bytes = new TextEncoder().encode(body)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytes.subarray(start, start + (blocks[index]?.bytes ?? 0)),
  )
}
