import { z } from 'zod'

import { Json } from '../../json.ts'
import { isDeeperThan } from '../../jsonDepth.ts'
import { HEADER_NAME, HEADER_VALUE, MAX_HEADER_VALUE } from './headerText.ts'
import { isReservedField, isReservedHeader } from './reserved.ts'

const MAX_HEADERS = 64
/** Common servers refuse more than 16 KB with everything. */
const MAX_HEADER_BYTES = 8192
const MAX_BODY_BYTES = 65_536
const MAX_DEPTH = 32

/** Headers to send besides those of the app. What is stored may break these rules, if they are newer. */
export const ExtraHeaders = z
  .record(
    z.string().meta({ pattern: HEADER_NAME.source }),
    z.string().max(MAX_HEADER_VALUE).regex(HEADER_VALUE, 'A header value is one line of plain text.'),
  )
  .superRefine((headers, context) => {
    const names = Object.keys(headers)
    const refuse = (message: string) => context.addIssue({ code: 'custom', message })
    if (names.length > MAX_HEADERS) return refuse(`Must have at most ${MAX_HEADERS} headers: this has ${names.length}.`)
    for (const name of names) {
      const message = refuseName(name)
      if (message !== null) context.addIssue({ code: 'custom', path: [name], message })
    }
    const twice = names.find((name, at) => names.findIndex((other) => isSame(other, name)) < at)
    if (twice !== undefined) refuse(`The header ${twice} appears twice.`)
    const bytes = bytesOf(Object.entries(headers).flat().join(''))
    if (bytes > MAX_HEADER_BYTES) refuse(`Must have at most ${MAX_HEADER_BYTES} bytes in all: this has ${bytes}.`)
  })

/** Fields of the request's body to send besides those of the app. */
export const ExtraBody = z.record(z.string().min(1).max(200), Json).superRefine((body, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message })
  const reserved = Object.keys(body).find(isReservedField)
  if (reserved !== undefined) refuse(`The field ${reserved} is set by the app.`)
  if (isDeeperThan(body, MAX_DEPTH)) return refuse(`Must have at most ${MAX_DEPTH} levels.`)
  const bytes = bytesOf(JSON.stringify(body))
  if (bytes > MAX_BODY_BYTES) refuse(`Must have at most ${MAX_BODY_BYTES} bytes: this has ${bytes}.`)
})

function refuseName(name: string): string | null {
  if (!HEADER_NAME.test(name)) return 'Not a valid header name.'
  return isReservedHeader(name) ? 'This header is set by the app.' : null
}

const bytesOf = (text: string): number => Buffer.byteLength(text)

const isSame = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase()
