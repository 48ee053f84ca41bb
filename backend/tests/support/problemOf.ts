import { Problem } from '../../src/web/schemas/common.ts'

/** The problem in the bytes of a response. */
export const problemOf = (answer: string): Problem =>
  Problem.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))))
