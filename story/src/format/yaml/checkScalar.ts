import { limits } from '../diagnostics/limits.ts'
import type { Path } from '../diagnostics/path.ts'
import type { SourceLocation } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { differsInYaml11 } from './yaml11.ts'
import type { YamlScalar } from './yamlNode.ts'

/** Whether `checkScalar` has nothing to report, wherever the scalar is. */
export function isSound(scalar: YamlScalar): boolean {
  const { value } = scalar
  if (typeof value === 'string' && (value.length > limits.textCharacters || BAD_CHARACTER.test(value))) return false
  return !isBadNumber(scalar) && !isYaml11(scalar)
}

/** Reports numbers that cannot be kept exactly, spellings that other programs read otherwise, and too long texts. */
export function checkScalar(scalar: YamlScalar, location: SourceLocation): void {
  if (typeof scalar.value === 'string' && scalar.value.length > limits.textCharacters) reportLongText(location)
  if (typeof scalar.value === 'string') checkCharacters(scalar.value, location)
  if (isBadNumber(scalar)) reportBadNumber(scalar, location)
  else checkYaml11(scalar, location)
}

/** An escape can write what a file must not contain. */
export function checkCharacters(text: string, location: SourceLocation): void {
  const [character] = BAD_CHARACTER.exec(text) ?? []
  if (character === undefined) return
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  report(
    location,
    'yaml-syntax',
    `This text contains U+${code}, which is not a character.`,
    'Remove the escape that writes it, or write the whole character.',
  )
}

const BAD_CHARACTER = /[\0\p{Cs}]/u

/** Whether other programs read the scalar differently. */
export function isYaml11({ style, tag, source }: YamlScalar): boolean {
  return style === 'plain' && tag === null && differsInYaml11(source)
}

export function checkYaml11(scalar: YamlScalar, location: SourceLocation): void {
  if (!isYaml11(scalar) || isInFreeKey(location.path) || isSwitchedOff(scalar, location.path)) return
  const { source, value } = scalar
  const reading = typeof value === 'number' ? `the number ${value}` : `the text "${source}"`
  const instead = /^(y|on)/i.test(source) ? 'true' : 'false'
  const booleanHint = /^[a-z]/i.test(source) ? `${instead} if you mean that, or ` : ''
  report(
    location,
    'yaml-1-1-scalar',
    `${source} is read as ${reading} here, but differently by other YAML readers.`,
    `Write ${booleanHint}"${source}" in quotes${typeof value === 'number' ? `, or ${value}` : ''}.`,
  )
}

/** Everything below a key that starts with `x-` belongs to the author. */
function isInFreeKey(path: Path): boolean {
  return path !== null && (String(path.step).startsWith('x-') || isInFreeKey(path.parent))
}

/** Where `off` and `false` mean the same, no other reading of `off` matters. */
function isSwitchedOff({ source }: YamlScalar, path: Path): boolean {
  if (source !== 'off' || path === null) return false
  const [key, parent] = [path.step, path.parent]
  return parent === null ? key === 'suggestions' : parent.parent === null && parent.step === 'checks'
}

/** `.inf`, `.nan` and integers that a number cannot hold exactly. */
export function isBadNumber({ value, source }: YamlScalar): boolean {
  if (typeof value !== 'number') return false
  const isInteger = /^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(source)
  return !Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))
}

function reportBadNumber(scalar: YamlScalar, location: SourceLocation): void {
  report(
    location,
    'bad-number',
    `${scalar.source} is not a number that can be stored exactly.`,
    'Use a number between -9007199254740991 and 9007199254740991, or text in quotes.',
  )
}

function reportLongText(location: SourceLocation): void {
  report(
    location,
    'limit',
    `This text is longer than ${limits.textCharacters} characters.`,
    'Shorten it, or split it across several entities.',
  )
}
