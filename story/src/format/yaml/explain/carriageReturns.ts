import type { Detector } from './suspects.ts'

/** Lines that end with a carriage return alone, which is no line break. */
export const carriageReturnRepairs: Detector = function* ({ near }) {
  for (const line of near) {
    const at = line.text.indexOf('\r')
    if (at === -1) continue
    const start = line.start + at
    yield {
      offset: start,
      message: 'A carriage return alone is here, which does not end the line.',
      hint: 'Press Enter here to start a new line, or save the file with line endings "LF" or "CRLF".',
      edits: [{ start, end: line.start + line.text.length, text: '' }],
      cost: 0.6,
    }
  }
}
