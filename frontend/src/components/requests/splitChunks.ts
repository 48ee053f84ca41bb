/** Pieces that a browser can lay out one at a time. Joined, they are the text. They end at a line break if they can. */
export function splitChunks(text: string): readonly string[] {
  const chunks: string[] = []
  let from = 0
  while (text.length - from > LONGEST) {
    const line = text.lastIndexOf('\n', from + LONGEST)
    const end = line > from ? line + 1 : from + LONGEST
    chunks.push(text.slice(from, end))
    from = end
  }
  chunks.push(text.slice(from))
  return chunks
}

const LONGEST = 4000
