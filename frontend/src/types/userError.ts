import type { Problem } from './api.ts'

/** The part of a problem that a person reads; the page makes its own where no server answers. */
export type UserError = Pick<Problem, 'code' | 'detail' | 'hint'>
