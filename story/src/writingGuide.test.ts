import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { callFunction, checkGamebook, formatFinding, readGamebook, splitSource, startState, worldOf } from './index.ts'

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
    expect(findings.map((finding) => formatFinding(finding, splitSource(yaml))).join('\n\n')).toBe(says.trimEnd())
  })
})

describe('what the guide says of conversations', () => {
  const text = readFileSync(new URL('../../docs/writing-gamebooks.md', import.meta.url), 'utf8')
  const yaml = /^```yaml gamebook\n(title: The Bell at Harrow\n[\s\S]*?)^```$/m.exec(text)?.[1] ?? ''
  const { gamebook } = readGamebook(yaml)
  if (gamebook === null) throw new Error('the example is not a gamebook')

  /** The topics that the sexton answers about, null for none. */
  function talk(...words: readonly string[]): readonly unknown[] {
    let state = startState(1)
    return words.map((about) => {
      const call = { function: 'ask', args: { who: 'sexton', about }, by: 'player' } as const
      const done = callFunction(worldOf(gamebook ?? expect.unreachable(), state), call, () => {})
      ;({ state } = done)
      const [receipt] = done.receipts
      return receipt?.result === 'applied' ? receipt.args : null
    })
  }

  const about = (topic: string): unknown => ({ entity_id: 'sexton', topic })

  it('is what a player finds', () => {
    const words = ['I ask the sexton about the bell.', 'Did you hear it last night?', 'What is under the floor?']
    expect(talk(...words)).toEqual([about('bell'), about('bell'), about('grave')])
    expect(talk('How is the weather?')).toEqual([null])
  })

  it('is how a question waits for an answer', () => {
    expect(talk('the wind', 'the bell', 'the wind', 'Yes, of course', 'Yes, of course')).toEqual([
      null,
      about('bell'),
      about('wind'),
      about('oath'),
      null,
    ])
  })
})
