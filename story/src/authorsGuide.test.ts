import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { readGamebook } from './index.ts'

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
