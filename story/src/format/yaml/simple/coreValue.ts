import type { YamlScalar } from '../yamlNode.ts'
import { NotSimple } from './scanner.ts'

/** What a plain scalar means in YAML 1.2: text, unless it looks like null, a boolean or a number. */
export function coreValue(source: string): YamlScalar['value'] {
  if (!FIRST_OF_OTHERS.test(source)) return source
  if (NULL.test(source)) return null
  if (TRUE.test(source)) return true
  if (FALSE.test(source)) return false
  if (INTEGER.test(source)) return Number.parseInt(source, 10)
  if (DECIMAL.test(source)) return Number.parseFloat(source)
  if (UNUSUAL_NUMBER.test(source)) throw new NotSimple()
  return source
}

const FIRST_OF_OTHERS = /^[-+.0-9~nNtTfF]/
const NULL = /^(?:~|[Nn]ull|NULL)$/
const TRUE = /^(?:[Tt]rue|TRUE)$/
const FALSE = /^(?:[Ff]alse|FALSE)$/
const INTEGER = /^[-+]?[0-9]+$/
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/
/** Numbers with an exponent, numbers that are not decimal, infinities, and NaN. */
const UNUSUAL_NUMBER = /^[-+]?(?:[0-9.]+[eE][-+]?[0-9]+|0[ox][0-9a-fA-F]+|\.(?:inf|Inf|INF|nan|NaN|NAN))$/
