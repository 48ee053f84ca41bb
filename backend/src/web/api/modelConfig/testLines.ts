import type { ServerResponse } from 'node:http'

import { z } from 'zod'

import type { TestEvents } from '../../../engine/connectionTest/testConnection.ts'
import { ConnectionTest, TestStep } from '../../../models/connectionTest/connectionTest.ts'

/** The server has to load the model first, which can take minutes. */
const Loading = z.object({ loading: z.literal(true) })

export const TestLine = z.union([TestStep, Loading, ConnectionTest]).meta({ id: 'TestLine' })

const HEADERS = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}

/** Writes each step when it is done, then the whole result. Without a result, the test was interrupted. */
export async function sendTestLines(
  response: ServerResponse,
  test: (events: TestEvents) => Promise<ConnectionTest>,
): Promise<void> {
  const send = (line: unknown): void => void response.write(`${JSON.stringify(line)}\n`)
  response.writeHead(200, HEADERS)
  try {
    const onStep: TestEvents['onStep'] = (step) => send(TestStep.parse(step))
    send(ConnectionTest.parse(await test({ onStep, onLoading: () => send({ loading: true }) })))
    response.end()
  } catch (caught) {
    response.destroy()
    throw caught
  }
}
