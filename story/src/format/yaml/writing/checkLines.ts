import { report } from '../../diagnostics/reporter.ts'
import { allKeys } from '../../keys/allKeys.ts'
import type { YamlScalar } from '../yamlNode.ts'
import { locationAt, quote, type WrittenPlace } from './writtenPlace.ts'

/** Warns of further lines of a text that look like a key or an element of a list. */
export function checkLines(value: YamlScalar, key: YamlScalar | null, place: WrittenPlace): void {
  const { text } = place
  const { start, end, style } = value
  if (style === 'plain') checkFirstDash(value, key, place)
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    const line = text.slice(at + 1, Math.min(end, at + 1 + LONGEST_KEY))
    const content = line.trimStart()
    const offset = at + 1 + line.length - content.length
    const name = KEY.exec(content)?.[1]
    if (style === 'plain' && content.startsWith('- ')) reportElement(offset, place)
    else if (name !== undefined && allKeys.has(name)) reportKey(offset, name, key?.source ?? null, place)
  }
}

const LONGEST_KEY = 60
const KEY = /^(?:- )?([a-z_]+):(?:\s|$)/

function reportElement(offset: number, place: WrittenPlace): void {
  report(
    locationAt(place, offset),
    'swallowed-line',
    'This line starts with a dash, but is read as a part of the text above it.',
    'Start the line in the column of the dash above it: remove the spaces that are too many. If the dash belongs to the text, put the whole text in quotes.',
  )
}

function reportKey(offset: number, name: string, key: string | null, place: WrittenPlace): void {
  const above = key === null ? 'the key above it' : `"${key}"`
  report(
    locationAt(place, offset),
    'swallowed-line',
    `"${name}:" looks like a key, but is read as a part of the text of ${key === null ? 'the line above it' : quote(key)}.`,
    `Remove the spaces that are too many, so the line starts in the column of ${above}. Check the quotes of the text, too.`,
  )
}

/** `-shop` on a line below its key. */
function checkFirstDash({ source, start }: YamlScalar, key: YamlScalar | null, place: WrittenPlace): void {
  if (key === null || !/^-[A-Za-z]/.test(source) || !place.text.slice(key.end, start).includes('\n')) return
  report(
    locationAt(place, start),
    'missing-punctuation',
    'The space after the dash is missing, so no element of a list starts here.',
    'Type a space after the dash: "- …".',
  )
}
