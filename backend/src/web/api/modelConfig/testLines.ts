import type { ServerResponse } from 'node:http'

import { z } from 'zod'

import { ConnectionTest, TestStep } from '../../../models/connectionTest/connectionTest.ts'

export const TestLine = z.union([TestStep, ConnectionTest]).meta({ id: 'TestLine' })

const HEADERS = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}

/** Writes each step when it is done, then the whole result. Without a result, the test was interrupted. */
export async function sendTestLines(
  response: ServerResponse,
  test: (onStep: (step: TestStep) => void) => Promise<ConnectionTest>,
): Promise<void> {
  const send = (line: unknown): void => void response.write(`${JSON.stringify(line)}\n`)
  response.writeHead(200, HEADERS)
  try {
    send(ConnectionTest.parse(await test((step) => send(TestStep.parse(step)))))
    response.end()
  } catch (caught) {
    response.destroy()
    throw caught
  }
}
