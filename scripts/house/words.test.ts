import { describe, expect, it } from 'vitest'

import { collectExports, collectProse, collectStrings, type LocatedText } from './collectTexts.ts'
import { DROPPED_NAMES, DROPPED_PHRASES, wordsOfName } from './droppedPatterns.ts'
import { EXCEPTIONS } from './exceptions.ts'
import oldTexts from './oldTexts.json' with { type: 'json' }
import { readCode, readPages } from './readSources.ts'

const code = readCode()
const pages = readPages()

describe('what people read', () => {
  it.each([
    ['strings of the code', code.flatMap(collectStrings)],
    ['pages', pages.flatMap(collectProse)],
  ])('has none of the dropped phrases: %s', (_, texts) => {
    expect(texts.flatMap(phraseProblems)).toEqual([])
  })

  it('has no dropped word in an exported name', () => {
    expect(code.flatMap(collectExports).flatMap(nameProblems)).toEqual([])
  })

  it('has none of the old texts', () => {
    const found = [...code, ...pages].flatMap(({ path, content }) => {
      const text = content.replaceAll(/\s+/g, ' ').replaceAll("\\'", "'")
      return oldTexts.filter((old) => text.includes(old)).map((old) => `${path}: ${old}`)
    })
    expect(found).toEqual([])
  })

  it('needs at most twenty exceptions, each with a reason and a use', () => {
    expect(EXCEPTIONS.length).toBeLessThanOrEqual(20)
    const texts = [...code.flatMap(collectStrings), ...pages.flatMap(collectProse), ...code.flatMap(collectExports)]
    for (const { path, text, reason } of EXCEPTIONS) {
      expect(reason).not.toBe('')
      expect(texts.filter((located) => located.path.endsWith(path) && text.test(located.text))).not.toEqual([])
    }
  })
})

function phraseProblems(located: LocatedText): readonly string[] {
  if (isExcepted(located)) return []
  return DROPPED_PHRASES.filter(([phrase]) => phrase.test(located.text)).map(([, instead]) => show(located, instead))
}

function nameProblems(located: LocatedText): readonly string[] {
  if (isExcepted(located)) return []
  return wordsOfName(located.text).flatMap((word) =>
    DROPPED_NAMES.filter(([dropped]) => dropped.test(word)).map(([, instead]) => show(located, instead)),
  )
}

function isExcepted({ path, text }: LocatedText): boolean {
  return EXCEPTIONS.some((exception) => path.endsWith(exception.path) && exception.text.test(text))
}

function show({ path, line, text }: LocatedText, instead: string): string {
  return `${path}:${line} "${text}" (write: ${instead})`
}
