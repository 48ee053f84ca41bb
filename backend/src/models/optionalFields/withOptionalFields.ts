import { isObject } from '../dialects/values.ts'
import { findNamed } from './findNamed.ts'
import { listOptionalFields, type RequestFields, withoutFields } from './requestFields.ts'

/** An error that names more fields than this one after another is about something else. */
const MOST_ATTEMPTS = 4
/** An error names what it is about in its first words. */
const MOST_CHARACTERS = 10_000

/** What is left out of a request, and what goes by another name. */
interface Omissions {
  readonly left: Set<string>
  readonly names: Map<string, string>
}

/**
 * Repeats a request without the optional fields that a server refuses by name, and leaves them out from then on: such
 * servers reject the whole request, and a story works without them.
 * @param kept fields that the user has set: the caller decides about these, and tells the reader
 */
export function withOptionalFields(inner: typeof fetch, kept: ReadonlySet<string>): typeof fetch {
  const known: Omissions = { left: new Set(), names: new Map() }
  return async (input, init = {}) => {
    const omitted: Omissions = { left: new Set(known.left), names: new Map(known.names) }
    const sendsAll = omitted.left.size + omitted.names.size === 0
    let response = sendsAll ? await inner(input, init) : undefined
    if (response !== undefined && !mayRefuse(response)) return response
    // Parsing a long request takes time, and most servers accept it as it is.
    const request = parseRequest(init.body)
    if (request === undefined) return response ?? inner(input, init)
    const send = (): Promise<Response> => inner(input, { ...init, body: JSON.stringify(change(request, omitted)) })
    response ??= await send()
    for (let attempt = 0; attempt < MOST_ATTEMPTS && mayRefuse(response); attempt += 1) {
      const text = await response.text()
      if (!isRefusal(response, text)) return withText(response, text)
      if (!learn(text.slice(0, MOST_CHARACTERS), change(request, omitted), kept, omitted))
        return withText(response, text)
      response = await send()
    }
    if (response.ok) {
      for (const field of omitted.left) known.left.add(field)
      for (const [field, name] of omitted.names) known.names.set(field, name)
    }
    return response
  }
}

const mayRefuse = ({ status }: Response): boolean => [400, 422, 500, 501].includes(status)

/** A server that breaks on a field answers with 500. */
const isRefusal = ({ status }: Response, text: string): boolean =>
  status < 500 || REFUSES.test(text.slice(0, MOST_CHARACTERS))

const REFUSES = /unexpected|unknown|unrecogni[sz]ed|unsupported|not (supported|allowed|permitted|implemented)|extra/i

/** Servers know the one name or the other, and the error names the one they know. */
const OTHER_NAMES = [
  ['max_tokens', 'max_completion_tokens'],
  ['max_completion_tokens', 'max_tokens'],
] as const

/** Returns whether the error names anything new. */
function learn(error: string, sent: RequestFields, kept: ReadonlySet<string>, { left, names }: Omissions): boolean {
  const renamed = OTHER_NAMES.find(([field, other]) => field in sent && findNamed(error, [other]).length > 0)
  if (renamed !== undefined && names.size === 0) {
    names.set(renamed[0], renamed[1])
    return true
  }
  const optional = [...listOptionalFields(sent)].filter((field) => !kept.has(field))
  const named = [...findNamed(error, optional), ...findNamedByValue(error, sent, optional)]
  for (const field of named) left.add(field)
  return named.length > 0
}

/** Errors name the tool choice by the form that is new to them. */
function findNamedByValue(
  error: string,
  { tool_choice }: RequestFields,
  optional: readonly string[],
): readonly string[] {
  const isNamed =
    isObject(tool_choice) && tool_choice['type'] === 'allowed_tools' && findNamed(error, ['allowed_tools']).length > 0
  return isNamed ? optional.filter((field) => field === 'tool_choice') : []
}

function change(request: RequestFields, { left, names }: Omissions): RequestFields {
  const fields = Object.entries(withoutFields(request, left))
  return Object.fromEntries(fields.map(([field, value]) => [names.get(field) ?? field, value]))
}

function parseRequest(body: RequestInit['body']): RequestFields | undefined {
  if (typeof body !== 'string' || !body.startsWith('{')) return undefined
  const parsed: unknown = JSON.parse(body)
  return isObject(parsed) ? parsed : undefined
}

function withText({ status, statusText, headers }: Response, text: string): Response {
  return new Response(text, { status, statusText, headers })
}
