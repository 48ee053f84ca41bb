/** A character that looks like another one that has a meaning in gamebooks, or like none at all. */
export interface LookAlike {
  readonly character: string
  /** Its Unicode name in lower case, with its article: `a left double quotation mark`. */
  readonly name: string
  /** What to type; empty for a character that must be removed. */
  readonly instead: string
}

const DOUBLE = [
  ['\u201c', 'a left double quotation mark'],
  ['\u201d', 'a right double quotation mark'],
  ['\u201e', 'a double low quotation mark'],
  ['\u201f', 'a double high-reversed quotation mark'],
  ['\u00ab', 'a left-pointing double angle quotation mark'],
  ['\u00bb', 'a right-pointing double angle quotation mark'],
  ['\u2033', 'a double prime'],
  ['\uff02', 'a full-width quotation mark'],
] as const

const SINGLE = [
  ['\u2018', 'a left single quotation mark'],
  ['\u2019', 'a right single quotation mark'],
  ['\u201a', 'a single low quotation mark'],
  ['\u201b', 'a single high-reversed quotation mark'],
  ['\u2039', 'a single left-pointing angle quotation mark'],
  ['\u203a', 'a single right-pointing angle quotation mark'],
  ['\u2032', 'a prime'],
  ['\u00b4', 'an acute accent'],
  ['\uff07', 'a full-width apostrophe'],
] as const

const DASHES = [
  ['\u2010', 'a hyphen (U+2010)'],
  ['\u2011', 'a non-breaking hyphen'],
  ['\u2012', 'a figure dash'],
  ['\u2013', 'an en dash'],
  ['\u2014', 'an em dash'],
  ['\u2015', 'a horizontal bar'],
  ['\u2212', 'a minus sign'],
  ['\u2022', 'a bullet'],
  ['\u00b7', 'a middle dot'],
  ['\u25cf', 'a black circle'],
  ['\uff0d', 'a full-width hyphen'],
] as const

const COLONS = [
  ['\uff1a', 'a full-width colon'],
  ['\ufe55', 'a small colon'],
  ['\u2236', 'a ratio sign'],
  ['\ua789', 'a modifier letter colon'],
] as const

const SPACES = [
  ['\u00a0', 'a non-breaking space'],
  ['\u1680', 'an ogham space mark'],
  ['\u2000', 'an en quad'],
  ['\u2001', 'an em quad'],
  ['\u2002', 'an en space'],
  ['\u2003', 'an em space'],
  ['\u2004', 'a three-per-em space'],
  ['\u2005', 'a four-per-em space'],
  ['\u2006', 'a six-per-em space'],
  ['\u2007', 'a figure space'],
  ['\u2008', 'a punctuation space'],
  ['\u2009', 'a thin space'],
  ['\u200a', 'a hair space'],
  ['\u202f', 'a narrow non-breaking space'],
  ['\u205f', 'a medium mathematical space'],
  ['\u3000', 'an ideographic space'],
  ['\u2028', 'a line separator'],
  ['\u2029', 'a paragraph separator'],
  ['\u0085', 'a next line character'],
] as const

const INVISIBLE = [
  ['\u200b', 'a zero-width space'],
  ['\u200c', 'a zero-width non-joiner'],
  ['\u200d', 'a zero-width joiner'],
  ['\u200e', 'a left-to-right mark'],
  ['\u200f', 'a right-to-left mark'],
  ['\u00ad', 'a soft hyphen'],
  ['\u2060', 'a word joiner'],
  ['\ufeff', 'a byte order mark (zero-width no-break space)'],
] as const

const OTHERS = [
  ['\uff5b', 'a full-width left brace', '{'],
  ['\uff5d', 'a full-width right brace', '}'],
  ['\uff3b', 'a full-width left bracket', '['],
  ['\uff3d', 'a full-width right bracket', ']'],
  ['\u3010', 'a left black lenticular bracket', '['],
  ['\u3011', 'a right black lenticular bracket', ']'],
  ['\uff08', 'a full-width left parenthesis', '('],
  ['\uff09', 'a full-width right parenthesis', ')'],
  ['\uff0c', 'a full-width comma', ','],
  ['\u3001', 'an ideographic comma', ','],
  ['\uff1d', 'a full-width equals sign', '='],
  ['\uff1c', 'a full-width less-than sign', '<'],
  ['\uff1e', 'a full-width greater-than sign', '>'],
  ['\uff03', 'a full-width number sign', '#'],
  ['\uff01', 'a full-width exclamation mark', '!'],
  ['\uff0e', 'a full-width full stop', '.'],
  ['\uff3f', 'a full-width low line', '_'],
  ['\u2026', 'a horizontal ellipsis', '...'],
  ['\u2264', 'a less-than or equal sign', '<='],
  ['\u2265', 'a greater-than or equal sign', '>='],
  ['\u2260', 'a not equal sign', '!='],
  ['\u00d7', 'a multiplication sign', '*'],
  ['\u00f7', 'a division sign', '/'],
] as const

const LETTERS = [
  ['\u0430', 'a Cyrillic small letter a', 'a'],
  ['\u0435', 'a Cyrillic small letter ie', 'e'],
  ['\u043e', 'a Cyrillic small letter o', 'o'],
  ['\u0440', 'a Cyrillic small letter er', 'p'],
  ['\u0441', 'a Cyrillic small letter es', 'c'],
  ['\u0443', 'a Cyrillic small letter u', 'y'],
  ['\u0445', 'a Cyrillic small letter ha', 'x'],
  ['\u0456', 'a Cyrillic small letter Byelorussian-Ukrainian i', 'i'],
  ['\u0455', 'a Cyrillic small letter dze', 's'],
  ['\u0458', 'a Cyrillic small letter je', 'j'],
  ['\u03bf', 'a Greek small letter omicron', 'o'],
  ['\u03b1', 'a Greek small letter alpha', 'a'],
  ['\u03bd', 'a Greek small letter nu', 'v'],
  ['\u0131', 'a dotless i', 'i'],
] as const

const lookAlikes: ReadonlyMap<string, LookAlike> = new Map(
  [
    ...withInstead(DOUBLE, '"'),
    ...withInstead(SINGLE, "'"),
    ...withInstead(DASHES, '-'),
    ...withInstead(COLONS, ':'),
    ...withInstead(SPACES, ' '),
    ...withInstead(INVISIBLE, ''),
    ...OTHERS,
    ...LETTERS,
  ].map(([character, name, instead]) => [character, { character, name, instead }]),
)

function withInstead(
  characters: readonly (readonly [string, string])[],
  instead: string,
): readonly (readonly [string, string, string])[] {
  return characters.map(([character, name]) => [character, name, instead])
}

/** What the character looks like; undefined for all others. */
export function findLookAlike(character: string): LookAlike | undefined {
  return character < '\u0080' ? undefined : lookAlikes.get(character)
}

/** The first look-alike of a text; undefined if it has none. */
export function firstLookAlike(text: string): LookAlike | undefined {
  const [character] = BEYOND_ASCII.exec(text) ?? []
  if (character === undefined) return undefined
  for (const each of text) {
    const found = findLookAlike(each)
    if (found !== undefined) return found
  }
  return undefined
}

const BEYOND_ASCII = /[^\0-\x7f]/

/** The text as its author probably meant to type it. */
export function replaceLookAlikes(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (character) => findLookAlike(character)?.instead ?? character)
}

/** `“ (a left double quotation mark)`, or only the name of what can't be seen. */
export function describeLookAlike({ character, name, instead }: LookAlike): string {
  return instead.trim() === '' ? name : `${character} (${name})`
}

/** What to do about it, as a sentence. */
export function hintForLookAlike({ instead }: LookAlike): string {
  if (instead === '') return 'Remove it: delete the characters around it, too, and type them again.'
  if (instead === ' ') return 'Replace it with a space from the space bar.'
  return `Type ${instead} instead.`
}
