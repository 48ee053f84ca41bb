import { ProviderStreamError } from '../transport/providerStreamError.ts'
import { type Fields, fieldsOf, firstText, isObject, textOf } from './values.ts'

/**
 * Throws an error that a server reports inside of a successful response, in any of the known forms.
 * @param isAnswer whether the data also holds a part of an answer, next to which a bare message is no error
 */
export function throwReportedError(data: Fields, isAnswer: boolean): void {
  const error = findError(data, isAnswer)
  if (error !== undefined) throw new ProviderStreamError(200, JSON.stringify(error))
}

function findError(data: Fields, isAnswer: boolean): Fields | undefined {
  const { error, errors, base_resp: base } = data
  if (isSaid(error)) return data
  if (isSaid(errors)) return { error: Array.isArray(errors) ? errors[0] : errors }
  const { status_code: code, status_msg: message } = fieldsOf(base)
  if (!isZero(code)) return { error: { message: textOf(message), code: textOf(code) } }
  return isAnswer ? undefined : findBareError(data)
}

/** An error without a field of its own. */
function findBareError(data: Fields): Fields | undefined {
  const { type, object, message, detail, msg, code, success } = data
  if (type === 'error' || object === 'error' || isSaid(detail) || (typeof message === 'string' && message !== ''))
    return data
  const said = firstText(msg, data['error_msg'], data['error_message'], data['errorMessage'], data['err_msg'])
  const number = firstText(data['error_code'], data['errorCode'], data['errno'], code)
  const isError = success === false || (said !== '' && !isZero(number) && number !== '200')
  return isError ? { error: { message: said, code: number } } : undefined
}

const isZero = (code: unknown): boolean => ['', '0'].includes(textOf(code))

/** Whether a field for errors has content: some servers always send it. */
function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isSaid)
  if (isObject(value))
    return Object.values(value).some((inner) => isSaid(inner) || (typeof inner === 'number' && inner !== 0))
  return value === true || (typeof value === 'string' && value.trim() !== '')
}
