import type { ServerResponse } from 'node:http'
import type { z } from 'zod'

import { AppError } from '../../../errors.ts'
import { problemOf } from '../../problems/problem.ts'
import { type CheckProgressResponse, GamebookCheckResponse } from '../../schemas/gamebook.ts'

const HEADERS = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  'transfer-encoding': 'chunked',
}

/**
 * Writes the progress of a check from time to time, then its result or the problem that prevented one. A request for the
 * headers alone runs no check.
 */
export async function sendCheckLines(
  response: ServerResponse,
  requestId: string,
  check: (send: (progress: z.infer<typeof CheckProgressResponse>) => void) => Promise<GamebookCheckResponse>,
): Promise<void> {
  const send = (line: unknown): void => void response.write(`${JSON.stringify(line)}\n`)
  response.writeHead(200, HEADERS)
  if (response.req.method === 'HEAD') return void response.end()
  try {
    send(GamebookCheckResponse.parse(await check(send)))
    response.end()
  } catch (error) {
    if (response.destroyed) return
    send(problemOf(error, requestId))
    response.end()
    if (!(error instanceof AppError)) throw error
  }
}

/** A signal that is aborted when the client leaves before it has an answer. */
export function whenClosed(response: ServerResponse): AbortSignal {
  const left = new AbortController()
  const leave = (): void => {
    if (!response.writableFinished) left.abort(new Error('The client has left.'))
  }
  // A client that left while its gamebook was read causes no further event.
  if (response.closed || response.destroyed) leave()
  else response.once('close', leave)
  return left.signal
}
