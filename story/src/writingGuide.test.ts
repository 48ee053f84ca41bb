import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { checkGamebook, formatFinding, readGamebook } from './index.ts'

const GUIDES = ['docs/writing-gamebooks.md', 'README.md']

describe.each(GUIDES)('%s', (guide) => {
  const text = readFileSync(new URL(`../../${guide}`, import.meta.url), 'utf8')
  const examples = [...text.matchAll(/^```yaml gamebook\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => ({
    title: /^title: (.*)$/m.exec(yaml)?.[1] ?? '',
    yaml,
  }))

  it('has examples', () => {
    expect(examples).not.toEqual([])
  })

  it.each(examples)('shows a gamebook without findings: $title', ({ yaml }) => {
    expect(readGamebook(yaml).diagnostics).toEqual([])
  })
})

describe('what the guide says of the compiler', () => {
  const text = readFileSync(new URL('../../docs/writing-gamebooks.md', import.meta.url), 'utf8')
  const blocks = text.matchAll(/^```yaml gamebook finds (.*)\n([\s\S]*?)^```$[\s\S]*?^```text says\n([\s\S]*?)^```$/gm)
  const examples = [...blocks].map(([, codes = '', yaml = '', says = '']) => ({ codes, yaml, says }))

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(1)
  })

  it.each(examples)('is what it finds: $codes', ({ codes, yaml, says }) => {
    const { diagnostics, findings } = checkGamebook(yaml)
    expect(diagnostics).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(codes.split(' '))
    expect(findings.map((finding) => formatFinding(finding, yaml)).join('\n\n')).toBe(says.trimEnd())
  })
})
