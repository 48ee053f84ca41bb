import { findingCodes } from '../../story/src/gamebook/findingCodes.ts'
import { diagnosticCodes } from '../../story/src/format/diagnostics/diagnosticCodes.ts'
import type { CodePage } from './codePage.ts'

export const diagnosticsPage: CodePage = {
  file: 'diagnostics.md',
  title: 'Diagnostics',
  intro:
    'Every code that can be reported for a gamebook. The message and the hint of a diagnostic name what is wrong in that gamebook; ' +
    'the [format reference](gamebook-format.md#10-diagnostics) gives the exact conditions.',
  tables: [
    {
      heading: 'Diagnostics from reading the file',
      intro: "A gamebook with an error can't be played. A warning doesn't stop play.",
      columns: ['code', 'severity', 'meaning'],
      rows: Object.entries(diagnosticCodes).map(([code, { severity, meaning }]) => [code, severity, meaning]),
    },
    {
      heading: 'Findings of the checker',
      intro:
        'The gamebook check explores a gamebook without errors. A finding is a warning, or a note if it does no harm or ' +
        'is not known. [Findings](findings.md) explains each with an example.',
      columns: ['code', 'meaning'],
      rows: Object.entries(findingCodes),
    },
  ],
}
