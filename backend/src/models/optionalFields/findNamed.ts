/** The fields that an error names, in any spelling: `stream_options`, `"streamOptions"`, "stream options". */
export function findNamed(error: string, fields: Iterable<string>): readonly string[] {
  const words = splitWords(error)
  return [...fields].filter((field) => words.includes(splitWords(field)))
}

/** Lower-case words between single spaces, with a space at both ends. */
function splitWords(text: string): string {
  const words = text.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return ` ${words.replaceAll(/[^\p{Letter}\p{Number}$]+/gu, ' ').trim()} `
}
