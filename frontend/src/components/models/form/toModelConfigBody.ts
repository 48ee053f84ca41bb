import { modelFormText } from '../../../text/modelForm.ts'
import type { Json, ModelConfigCreate, ModelConfigUpdate, Provider } from '../../../types/api.ts'
import { type ModelConfigValues, PARAMETERS, type Parameter } from './modelConfigValues.ts'
import { parameterFields } from './parameterFields.ts'
import { BUILTIN, isBuiltin as isBuiltinProvider } from '../../common/isBuiltin.ts'

/** Error messages by the name of the field. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>

export interface ReadValues {
  readonly errors: FieldErrors
  /** Complete only if there are no errors. */
  readonly body: ModelConfigCreate & ModelConfigUpdate
}

/** Turns the form into a request body. The parameters in `refused` are left out. */
export function toModelConfigBody(
  values: ModelConfigValues,
  provider: Provider,
  refused: ReadonlySet<Parameter>,
): ReadValues {
  const errors: Record<string, string> = {}
  const isBuiltin = isBuiltinProvider(provider.id)

  const name = values.name.trim()
  if (name === '') errors['name'] = modelFormText('error.name')
  else if (name.length > LONGEST_NAME) errors['name'] = tooLong(name)

  const modelName = isBuiltin ? BUILTIN : values.modelName.trim()
  if (modelName === '') errors['modelName'] = modelFormText('error.modelName')
  else if (modelName.length > LONGEST_NAME) errors['modelName'] = tooLong(modelName)

  const baseUrl = isBuiltin ? '' : values.baseUrl.trim()
  if (baseUrl === '' && provider.baseUrlRequired)
    errors['baseUrl'] = modelFormText('error.baseUrl', { provider: provider.label })

  const readTimeout = (field: 'firstWordTimeout' | 'totalTimeout'): number | null => {
    const read = readNumber(values[field], TIMEOUT_RANGE)
    if (typeof read === 'string') errors[field] = read
    return typeof read === 'string' ? null : read
  }

  const numbers: Partial<Record<Exclude<Parameter, 'reasoningEffort'>, number>> = {}
  for (const parameter of PARAMETERS) {
    if (parameter === 'reasoningEffort' || refused.has(parameter)) continue
    const { isWhole } = parameterFields[parameter]
    const read = readNumber(values[parameter], { isWhole, ...provider.parameters[parameter] })
    if (typeof read === 'string') errors[parameter] = read
    else if (read !== null) numbers[parameter] = read
  }

  const timeouts = { firstWord: readTimeout('firstWordTimeout'), total: readTimeout('totalTimeout') }

  const extraHeaders = isBuiltin ? null : readHeaders(values.extraHeaders)
  if (typeof extraHeaders === 'string') errors['extraHeaders'] = extraHeaders
  const extraBody = isBuiltin ? null : readObject(values.extraBody)
  if (typeof extraBody === 'string') errors['extraBody'] = extraBody

  const effort = EFFORTS.find((known) => known === values.reasoningEffort)
  return {
    errors,
    body: {
      name,
      provider: provider.id,
      modelName,
      baseUrl: baseUrl === '' ? null : baseUrl,
      exactAddress: values.exactAddress,
      inOnePiece: values.inOnePiece,
      toolStyle: values.toolStyle,
      timeouts,
      ...numbers,
      ...(effort !== undefined && !refused.has('reasoningEffort') && { reasoningEffort: effort }),
      ...(extraHeaders !== null && typeof extraHeaders !== 'string' && { extraHeaders }),
      ...(extraBody !== null && typeof extraBody !== 'string' && { extraBody }),
    },
  }
}

/** Shown as the example of extra request fields. */
export const EXAMPLE_BODY = '{"top_a": 0.2}'

const LONGEST_NAME = 255
const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const

const tooLong = (text: string) => modelFormText('error.tooLong', { length: text.length, limit: LONGEST_NAME })

/** In seconds. */
const TIMEOUT_RANGE = { isWhole: true, min: 1, max: 86_400 }

interface NumberRange {
  readonly isWhole: boolean
  readonly min?: number
  readonly max?: number
}

function readNumber(text: string, { isWhole, min = -Infinity, max = Infinity }: NumberRange): number | string | null {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return null
  const number = Number(typed)
  if (Number.isNaN(number)) return modelFormText('error.number')
  if (isWhole && !Number.isInteger(number)) return modelFormText('error.wholeNumber')
  const isInRange = number >= min && number <= max
  return isInRange ? number : modelFormText('error.range', { min: format(min), max: format(max) })
}

const format = (number: number) => number.toLocaleString('en').replace('-', '−')

function readHeaders(text: string): Record<string, string> | string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return null
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim()
    if (name === '' || /\s/.test(name)) return modelFormText('error.header', { line: line.trim() })
    headers[name] = line.slice(colon + 1).trim()
  }
  return headers
}

function readObject(text: string): Record<string, Json> | string | null {
  if (text.trim() === '') return null
  try {
    const read: unknown = JSON.parse(text)
    return isObject(read) ? read : modelFormText('error.object', { example: EXAMPLE_BODY })
  } catch (error) {
    return modelFormText('error.json', { reason: error instanceof Error ? error.message : '' })
  }
}

const isObject = (read: unknown): read is Record<string, Json> =>
  typeof read === 'object' && read !== null && !Array.isArray(read)
