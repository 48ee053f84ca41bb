import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

import { toProblem } from './problem.ts'
import type { Problem } from '../schemas/common.ts'

interface RequestFault extends Error {
  readonly code: string
}

/** Answers a request that is not HTTP, too large in its head, or only half sent. It never becomes a request of a route. */
export function answerBrokenRequest({ code }: RequestFault, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return
  const problem = describe(code)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function describe(code: string): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return toProblem('headers-too-large', {
      detail: 'The headers of the request are too large.',
      hint: 'Send fewer or shorter headers. In a browser, delete the cookies of this address.',
    })
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return toProblem('request-timeout', {
      detail: 'The request did not arrive completely in time.',
      hint: 'Check the connection, then send it again.',
    })
  }
  return toProblem('bad-request', { detail: 'The request is malformed.', hint: 'Send HTTP/1.1.' })
}
