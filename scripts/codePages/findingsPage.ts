import { findingCodes, type FindingCode } from '../../story/src/gamebook/findingCodes.ts'
import { codeNote } from './codePage.ts'
import type { FindingEntry } from './findings/findingEntry.ts'
import { findingEntries } from './findings/findingEntries.ts'

export const findingsPage = {
  file: 'findings.md',
  render: (): string => [INTRO, ...[...findingEntries].toSorted(byCode).map(renderFinding)].join('\n\n'),
}

const INTRO = `# Findings of the gamebook check

${codeNote}

The gamebook check looks for mistakes that a file without errors can still have. Each finding has a code, and each code has a section here: what it means, why it matters, how to fix it, and an example. The examples are parts of one small gamebook and are checked by tests: the wrong part causes this finding, the right part causes none.

A finding is a \`warning\`, or a \`note\` if it does no harm or is a guess. Each has a [status](checker.md#what-its-words-mean): proven, shown by a replay, not known, or a guess. You can change its severity in your gamebook, by code:

\`\`\`yaml
checks: {no-ending: off, field-never-read: warning}
\`\`\`

\`off\` hides a finding, \`note\` and \`warning\` set its severity. A finding that is not known stays a note, whatever \`checks\` says: you can rely on a warning.

[Diagnostics](diagnostics.md) lists the codes of the reader.`

function byCode([one]: readonly [string, FindingEntry], [other]: readonly [string, FindingEntry]): number {
  return one < other ? -1 : 1
}

function renderFinding([code, entry]: readonly [FindingCode, FindingEntry]): string {
  const { what, why, fix, wrong, right, alsoReported = [] } = entry
  const others = alsoReported.map((other) => `[\`${other}\`](#${other})`).join(' and ')
  return [
    `## ${code}`,
    `**${findingCodes[code]}** ${what}`,
    `Why it matters: ${why}`,
    `How to fix it: ${fix}`,
    `Wrong:`,
    fence(wrong),
    `Right:`,
    fence(right),
    ...(others === '' ? [] : [`The example is also reported as ${others}.`]),
  ].join('\n\n')
}

/** Without the indentation that all lines after the first share. */
function fence(yaml: string): string {
  const [first = '', ...others] = yaml.split('\n')
  const shared = Math.min(...others.map((line) => line.search(/\S/)))
  const indent = others.length === 0 ? 0 : shared - (first.startsWith('- ') ? 2 : first.endsWith(':') ? 2 : 0)
  return ['```yaml', first, ...others.map((line) => line.slice(indent)), '```'].join('\n')
}
