import type { ErrorCode } from 'yaml'

/** What is said about a mistake whose cause was not found. */
export interface ProblemMessage {
  readonly message: string
  readonly hint: string
}

const QUOTES =
  'Check this line and the one above it: put a text in double quotes if it contains ": " or " #", or starts with a special character.'
const INDENTATION =
  'Compare this line with the ones above it: lines that belong together start in the same column, and what belongs to them starts two spaces further right.'

/** One entry for each of the package's own codes, so none of its words are ever shown. */
export const problemMessages: Readonly<Record<ErrorCode, ProblemMessage>> = {
  ALIAS_PROPS: message(
    'A reference that starts with "*" is mixed with something else.',
    'Put the text in double quotes if "*" belongs to it.',
  ),
  BAD_ALIAS: message(
    'A "*" or "&" is not followed by a name.',
    'Put the text in double quotes if "*" or "&" belongs to it.',
  ),
  BAD_COLLECTION_TYPE: message('A tag does not fit this value.', 'Remove the word that starts with "!".'),
  BAD_DIRECTIVE: message(
    'A line that starts with "%" is not part of the story.',
    'Remove the line, or put the text in quotes.',
  ),
  BAD_DQ_ESCAPE: message(
    'A backslash in double quotes has no meaning here.',
    String.raw`Type the backslash twice: \\. Or put the text in single quotes: '…'.`,
  ),
  BAD_INDENT: message('The indentation of this line fits none of the lines above it.', INDENTATION),
  BAD_PROP_ORDER: message(
    'A word that starts with "&" or "!" is in the wrong position.',
    'Put the text in double quotes, or remove the word.',
  ),
  BAD_SCALAR_START: message(
    'A text without quotes starts with a special character.',
    'Put the text in double quotes: "…".',
  ),
  BLOCK_AS_IMPLICIT_KEY: message('A second colon, dash or deeper line follows where a text was expected.', QUOTES),
  BLOCK_IN_FLOW: message(
    'Inside brackets and braces, a colon or dash follows where a text was expected.',
    'Put the text in double quotes, or check the commas: [a, b] and {a: 1, b: 2}.',
  ),
  DUPLICATE_KEY: message('A key is repeated here.', 'Remove one of the two.'),
  IMPOSSIBLE: message('This line can not be read.', QUOTES),
  KEY_OVER_1024_CHARS: message(
    'The text before a colon is too long for a key.',
    'Put the text in double quotes if the colon belongs to it.',
  ),
  MISSING_CHAR: message(
    'Something is missing here: a colon after a key, a closing quote, bracket or brace, or a space.',
    'Check this line and the one above it: "key: value", and a partner for every quote, bracket and brace.',
  ),
  MULTILINE_IMPLICIT_KEY: message(
    'This line has no key with a colon, or the text continues on a line that looks like a key.',
    'Type ": " after the key, or indent all further lines of a text further than its key.',
  ),
  MULTIPLE_ANCHORS: message(
    'A value has two words that start with "&".',
    'Put the text in double quotes if "&" belongs to it.',
  ),
  MULTIPLE_DOCS: message('A second part of the file starts here.', 'Remove the line "---" and what follows.'),
  MULTIPLE_TAGS: message(
    'A value has two words that start with "!".',
    'Put the text in double quotes if "!" belongs to it.',
  ),
  NON_STRING_KEY: message('A key must be text.', 'Write one word before the ": ", with "_" for spaces.'),
  RESOURCE_EXHAUSTION: message('The file is nested too deeply to be read.', 'Reduce the nesting.'),
  TAB_AS_INDENT: message(
    'This line is indented with a tab: YAML only knows spaces.',
    'Replace each tab with spaces, two for each level.',
  ),
  TAG_RESOLVE_FAILED: message(
    'A word that starts with "!" is a tag, and tags are not supported.',
    'Put the text in double quotes if "!" belongs to it.',
  ),
  UNEXPECTED_TOKEN: message('This part of the line does not belong here.', QUOTES),
}

function message(text: string, hint: string): ProblemMessage {
  return { message: text, hint }
}

/** Codes of a later version of the package have no entry. */
export function messageForProblem(code: string): ProblemMessage {
  return new Map<string, ProblemMessage>(Object.entries(problemMessages)).get(code) ?? problemMessages.IMPOSSIBLE
}
