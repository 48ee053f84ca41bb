import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'

import { Problem } from '../../src/web/schemas/common.ts'

/** The problem that an answer tells; checks its shape, media type and status line. */
export function problemIn(answer: LightMyRequestResponse): Problem {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  const problem = Problem.strict().parse(answer.json())
  expect(problem.status).toBe(answer.statusCode)
  expect(problem.detail).not.toBe('')
  expect(problem.hint).not.toBe('')
  return problem
}
