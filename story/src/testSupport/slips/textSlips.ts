import type { Slip } from './slip.ts'

const TEXT_LINE = /^ +(?:description|label|title|text): [A-Za-z][^"'#:]*$/
const KEY_LINE = /^ {8}[a-z_]+: [A-Za-z][^"'#:]*$/
const value = (change: (text: string) => string) => (line: string) =>
  line.replace(/: (.*)$/, (_, text: string) => `: ${change(text)}`)
const quoted = /double quotes/

/** Mistakes in texts and punctuation. */
export const textSlips: readonly Slip[] = [
  {
    kind: 'one space too many',
    at: KEY_LINE,
    make: (line) => ` ${line}`,
    cause: /1 space too many/,
    remedy: /Remove 1 space/,
  },
  {
    kind: 'one space too few',
    at: KEY_LINE,
    make: (line) => line.slice(1),
    cause: /1 space too few/,
    remedy: /Add 1 space/,
  },
  {
    kind: 'apostrophe in single quotes',
    at: TEXT_LINE,
    make: value((text) => `'It's ${text}'`),
    cause: /apostrophe in "It's"/,
    remedy: quoted,
  },
  {
    kind: 'quotes in quotes',
    at: TEXT_LINE,
    make: value((text) => `"He says "no" ${text}"`),
    cause: /double quote ends/,
    remedy: /single quotes/,
  },
  {
    kind: 'text after quotes',
    at: TEXT_LINE,
    make: value((text) => `"No," ${text}`),
    cause: /more text follows/,
    remedy: /single quotes/,
  },
  {
    kind: 'unclosed quotes',
    at: TEXT_LINE,
    make: value((text) => `"${text}`),
    cause: /never closed/,
    remedy: /Type "/,
  },
  {
    kind: 'colon in a text',
    at: TEXT_LINE,
    make: value((text) => `Two things: ${text}`),
    cause: /colon after "Two things"/,
    remedy: quoted,
  },
  {
    kind: 'number sign',
    at: TEXT_LINE,
    make: value((text) => `Room #5 ${text}`),
    cause: /"#".* starts a comment/,
    remedy: quoted,
  },
  ...['*', '%', '@', '`', '[', '{', '|', '>'].map((first) => ({
    kind: `text that starts with ${first}`,
    at: TEXT_LINE,
    make: value((text) => `${first}${text}`),
    cause: /can't start with/,
    remedy: quoted,
  })),
  ...['|', '>', '>-'].map((mark) => ({
    kind: `text on the line of ${mark}`,
    at: TEXT_LINE,
    make: value((text) => `${mark} ${text}`),
    cause: /can't be on the line of/,
    remedy: /next line.*[Rr]emove/,
  })),
  {
    kind: 'text that starts with &',
    at: TEXT_LINE,
    make: value((text) => `&${text}`),
    cause: /left out|can't start with/,
    remedy: quoted,
  },
  { kind: 'text that starts with !', at: TEXT_LINE, make: value((text) => `!${text}`), cause: /tag/, remedy: quoted },
  {
    kind: 'missing colon',
    at: TEXT_LINE,
    make: (line) => line.replace(':', ''),
    cause: /colon after/,
    remedy: /Type ":"/,
  },
  {
    kind: 'missing space after a colon',
    at: TEXT_LINE,
    make: (line) => line.replace(': ', ':'),
    cause: /space after the colon/,
    remedy: /Type a space/,
  },
  {
    kind: 'non-breaking space',
    at: TEXT_LINE,
    make: (line) => line.replace(': ', ':\u00a0'),
    cause: /non-breaking space/,
    remedy: /space bar/,
  },
  {
    kind: 'full-width colon',
    at: TEXT_LINE,
    make: (line) => line.replace(': ', '：'),
    cause: /full-width colon/,
    remedy: /Type :/,
  },
  {
    kind: 'curly quotes',
    at: TEXT_LINE,
    make: value((text) => `“Look: ${text}”`),
    cause: /left double quotation mark/,
    remedy: /Type "/,
  },
  { kind: 'tab', at: KEY_LINE, make: (line) => line.replace(/^ +/, '\t'), cause: /tab/, remedy: /spaces/ },
  {
    kind: 'en dash',
    at: /^ {6}- (?:name|id): [^"']*$/,
    make: (line) => line.replace('-', '–'),
    cause: /en dash/,
    remedy: /Type -/,
  },
  {
    kind: 'missing space after a dash',
    at: /^ {6}- (?:name|id): [^"']*$/,
    make: (line) => line.replace('- ', '-'),
    cause: /space after the dash/,
    remedy: /Type a space/,
  },
  {
    kind: 'conflict marker',
    at: KEY_LINE,
    make: (line) => `<<<<<<< HEAD\n${line}`,
    cause: /conflict marker/,
    remedy: /Keep one/,
  },
]
