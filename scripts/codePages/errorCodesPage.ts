import { answerErrors } from '../../backend/src/engine/answer/answerErrors.ts'
import { problemTypes } from '../../backend/src/web/problems/problemTypes.ts'
import type { CodePage } from './codePage.ts'

export const errorCodesPage: CodePage = {
  file: 'error-codes.md',
  title: 'Error codes',
  intro:
    'Every error code of the API and of answers. Codes are stable: programs may depend on them, but not on their wording. ' +
    'Those of gamebooks are listed under [diagnostics](diagnostics.md).',
  tables: [
    {
      heading: 'Errors of the API',
      intro:
        'An error response is `application/problem+json` (RFC 9457): `detail` says what happened and `hint` what to do ' +
        'next in this case.',
      columns: ['code', 'status', 'what happened', 'what to do'],
      rows: Object.entries(problemTypes).map(([code, { status, meaning, remedy }]) => [
        code,
        String(status),
        meaning,
        remedy,
      ]),
    },
    {
      heading: 'Errors of answers',
      intro: 'An answer that ends early has an `error` with one of these codes. Failed connection tests use them too.',
      columns: ['code', 'what happened', 'what to do'],
      rows: Object.entries(answerErrors).map(([code, { meaning, remedy }]) => [code, meaning, remedy]),
    },
  ],
}
