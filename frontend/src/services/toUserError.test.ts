import { describe, expect, it } from 'vitest'

import { toUserError } from './toUserError.ts'

describe('toUserError', () => {
  it("uses the server's message", () => {
    const data = { code: 'session-ended', detail: 'The story has ended.', hint: 'Begin again.' }
    expect(toUserError({ status: 409, data })).toBe(data)
  })

  it.each([
    [{ status: 'FETCH_ERROR', error: 'TypeError' }, 'server-unreachable'],
    [{ status: 'TIMEOUT_ERROR', error: 'TimeoutError' }, 'server-unreachable'],
    [{ status: 'PARSING_ERROR', originalStatus: 200, data: '<html>', error: 'SyntaxError' }, 'unreadable-answer'],
    [{ status: 502, data: '<html>Bad gateway</html>' }, 'unreadable-answer'],
    [{ name: 'Error', message: 'A fault of the page.' }, 'unreadable-answer'],
  ] as const)('has its own message for %j', (error, code) => {
    expect(toUserError(error).code).toBe(code)
  })
})
