import type { Slip } from './slip.ts'

const KEY_LINE = /^ {8}[a-z_]+: [A-Za-z][^"'#:]*$/
const ELEMENT = /^ {6}- (?:name|id): [^"':]*$/
const LIST = /^ +[a-z_]+: \[[a-z_, ]+\]$/
const BRACES = /^ +- \{to: [a-z_]+, label: [^"',{}]+\}$/
const quoted = /double quotes/

const MISSPELLED: readonly (readonly [at: RegExp, key: string, typed: string])[] = [
  [/^ {8}description: [A-Z]/, 'description', 'descriptions'],
  [/^ {8}description: [A-Z]/, 'description', 'Description'],
  [/^ {8}description: [A-Z]/, 'description', 'desciption'],
  [/^ {4}entities:/, 'entities', 'entity'],
  [/^ {4}traits:/, 'traits', 'trait'],
  [/^ {4}instructions:/, 'instructions', 'instruction'],
  [/^ {8}node_ids:/, 'node_ids', 'node_id'],
  [/^ {8}node_ids:/, 'node_ids', 'node-ids'],
  [/^ {8}functions:/, 'functions', 'function'],
  [/^ {8}ending:/, 'ending', 'endings'],
]

/** Mistakes in indentation, brackets and keys. */
export const structureSlips: readonly Slip[] = [
  {
    kind: 'element one space too far right',
    at: ELEMENT,
    make: (line) => ` ${line}`,
    cause: /1 space too many|read as a part of the text/,
    remedy: /Remove 1 space|spaces that are too many/,
  },
  {
    kind: 'element one space too far left',
    at: ELEMENT,
    make: (line) => line.slice(1),
    cause: /1 space too few/,
    remedy: /Add 1 space/,
  },
  {
    kind: 'two spaces after a dash',
    at: ELEMENT,
    make: (line) => line.replace('- ', '-  '),
    cause: /2 spaces follow the dash/,
    remedy: /Remove 1 space/,
  },
  { kind: 'bracket left open', at: LIST, make: (line) => line.slice(0, -1), cause: /not closed/, remedy: /Type \]/ },
  {
    kind: 'bracket not opened',
    at: LIST,
    make: (line) => line.replace('[', ''),
    cause: /Expected a list/,
    remedy: /"\[" at its start is missing/,
  },
  { kind: 'brace left open', at: BRACES, make: (line) => line.slice(0, -1), cause: /not closed/, remedy: /Type \}/ },
  {
    kind: 'brace closed with a bracket',
    at: BRACES,
    make: (line) => `${line.slice(0, -1)}]`,
    cause: /closed with \]/,
    remedy: /Type \}/,
  },
  {
    kind: 'comma missing in braces',
    at: BRACES,
    make: (line) => line.replace(', label', ' label'),
    cause: /comma is missing before "label"/,
    remedy: /Type a comma/,
  },
  {
    kind: 'text cut at a comma in braces',
    at: BRACES,
    make: (line) => line.replace('}', ', if you dare}'),
    cause: /comma ends the text/,
    remedy: quoted,
  },
  {
    kind: 'text cut at a comma in brackets',
    at: KEY_LINE,
    make: (line) => `        smells: [Salt and tar, with a little smoke.]\n${line}`,
    cause: /comma ends the text/,
    remedy: quoted,
  },
  {
    kind: 'carriage return as a line break',
    at: KEY_LINE,
    make: (line) => `${line}\r        smells: x`,
    cause: /carriage return alone/,
    remedy: /Press Enter/,
  },
  {
    kind: 'curly quotes in braces',
    at: BRACES,
    make: (line) => line.replace(/label: (.*)\}/, 'label: “Go: $1”}'),
    cause: /left double quotation mark/,
    remedy: /Type "/,
  },
  {
    kind: 'curly single quotes',
    at: KEY_LINE,
    make: (line) => line.replace(/: (.*)$/, ': ‘Look: $1’'),
    cause: /left single quotation mark/,
    remedy: /Type '/,
  },
  {
    kind: 'indentation with non-breaking spaces',
    at: KEY_LINE,
    make: (line) => line.replaceAll(/^ +/g, (spaces) => '\u00a0'.repeat(spaces.length)),
    cause: /non-breaking space/,
    remedy: /space bar/,
  },
  {
    kind: 'repeated key',
    at: KEY_LINE,
    make: (line) => `${line}\n${line}`,
    below: 1,
    cause: /is repeated/,
    remedy: /Remove one of the two/,
  },
  ...MISSPELLED.map(([at, key, typed]) => ({
    kind: `${typed} instead of ${key}`,
    at,
    make: (line: string) => line.replace(key, typed),
    cause: new RegExp(typed),
    remedy: new RegExp(`Did you mean "${key}"`),
  })),
  {
    kind: 'key of an entity in its type',
    at: /^ {4}entities:/,
    make: (line) => `    edge_ids: []\n${line}`,
    cause: /edge_ids/,
    remedy: /"edge_ids" is a key of an entity: check the indentation/,
  },
  {
    kind: 'fields of an entity',
    at: KEY_LINE,
    make: (line) => `${line}\n        fields: {oil: {type: integer}}`,
    below: 1,
    cause: /"fields" is treated as a custom field/,
    remedy: /declared in the entity type/,
  },
  {
    kind: 'key of an entity type in the gamebook',
    at: /^entity_types:/,
    make: (line) => `instructions: Be brief.\n${line}`,
    cause: /instructions/,
    remedy: /"instructions" is a key of an entity type/,
  },
  {
    kind: 'number as a text',
    at: /^ {6}- name: [A-Z]/,
    make: (line) => line.replace(/: .*/, ': 1984'),
    cause: /Expected text, found a number/,
    remedy: /in quotes/,
  },
  {
    kind: 'truth value as a text',
    at: /^ {8}description: [A-Z]/,
    make: (line) => line.replace(/: .*/, ': true'),
    cause: /Expected text, found/,
    remedy: /in quotes/,
  },
  {
    kind: 'yes as a text',
    at: /^ {8}description: [A-Z]/,
    make: (line) => line.replace(/: .*/, ': Yes'),
    cause: /Yes/,
    remedy: /quotes/,
  },
  {
    kind: 'second document',
    at: KEY_LINE,
    make: (line) => `---\n${line}`,
    cause: /second YAML document/,
    remedy: /remove the line "---"/,
  },
]
