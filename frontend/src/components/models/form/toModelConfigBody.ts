import type { Json, ModelConfigCreate, ModelConfigUpdate, Provider } from '../../../types/api.ts'
import { type ModelConfigValues, PARAMETERS, type Parameter } from './modelConfigValues.ts'
import { parameterFields } from './parameterFields.ts'

/** What is wrong, by the name of the field. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>

export interface ReadValues {
  readonly errors: FieldErrors
  /** Meant for the server only when there are no errors. */
  readonly body: ModelConfigCreate & ModelConfigUpdate
}

/** The form as the server takes it. Parameters in `refused` are left out, whatever is written there. */
export function toModelConfigBody(
  values: ModelConfigValues,
  provider: Provider,
  refused: ReadonlySet<Parameter>,
): ReadValues {
  const errors: Record<string, string> = {}
  const isBuiltin = provider.id === 'builtin'

  const name = values.name.trim()
  if (name === '') errors['name'] = 'Give it a name.'
  else if (name.length > LONGEST_NAME) errors['name'] = tooLong(name)

  const modelName = isBuiltin ? 'builtin' : values.modelName.trim()
  if (modelName === '') errors['modelName'] = 'Name a model, as its provider writes it.'
  else if (modelName.length > LONGEST_NAME) errors['modelName'] = tooLong(modelName)

  const baseUrl = isBuiltin ? '' : values.baseUrl.trim()
  if (baseUrl === '' && provider.baseUrlRequired) errors['baseUrl'] = `Base URL is required for ${provider.label}`

  const numbers: Partial<Record<Exclude<Parameter, 'reasoningEffort'>, number>> = {}
  for (const parameter of PARAMETERS) {
    if (parameter === 'reasoningEffort' || refused.has(parameter)) continue
    const read = readNumber(values[parameter], parameter, provider)
    if (typeof read === 'string') errors[parameter] = read
    else if (read !== null) numbers[parameter] = read
  }

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
      ...numbers,
      ...(effort !== undefined && !refused.has('reasoningEffort') && { reasoningEffort: effort }),
      ...(extraHeaders !== null && typeof extraHeaders !== 'string' && { extraHeaders }),
      ...(extraBody !== null && typeof extraBody !== 'string' && { extraBody }),
    },
  }
}

const LONGEST_NAME = 255
const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const

const tooLong = (text: string) => `${text.length} characters are too many: at most ${LONGEST_NAME}.`

function readNumber(text: string, parameter: Parameter, provider: Provider): number | string | null {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return null
  const { isWhole } = parameterFields[parameter]
  const { min = -Infinity, max = Infinity } = provider.parameters[parameter] ?? {}
  const number = Number(typed)
  if (Number.isNaN(number)) return 'Write a number, or leave it empty.'
  if (isWhole && !Number.isInteger(number)) return 'Write a whole number, or leave it empty.'
  return number < min || number > max ? `From ${tell(min)} to ${tell(max)}.` : number
}

const tell = (number: number) => number.toLocaleString('en').replace('-', '−')

function readHeaders(text: string): Record<string, string> | string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return null
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name, value] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined || value === undefined) return `This line is no header: ${line.trim()}`
    headers[name] = value
  }
  return headers
}

function readObject(text: string): Record<string, Json> | string | null {
  if (text.trim() === '') return null
  try {
    const read: unknown = JSON.parse(text)
    return isObject(read) ? read : 'Write an object, such as {"top_a": 0.2}.'
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : ''}`
  }
}

const isObject = (read: unknown): read is Record<string, Json> =>
  typeof read === 'object' && read !== null && !Array.isArray(read)
