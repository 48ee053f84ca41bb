import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

import { describe, expect, it } from 'vitest'

import { breakTitle } from './components/library/breakTitle.ts'
import { findConfigs } from './components/common/groupByProvider.ts'
import { shortLabel } from './components/models/form/shortLabel.ts'
import { newValues } from './components/models/form/modelConfigValues.ts'
import { toModelConfigBody } from './components/models/form/toModelConfigBody.ts'
import { saveDraft } from './components/models/form/valuesDraft.ts'
import { countWords } from './components/player/answer/countWords.ts'
import { toOneLine } from './components/player/answer/selectedText.ts'
import { parseBlocks } from './components/player/prose/parseBlocks.ts'
import { parseInline } from './components/player/prose/parseInline.ts'
import { splitWords } from './components/player/prose/splitWords.ts'
import { withoutLinks } from './components/player/prose/withoutLinks.ts'
import { findMatches } from './components/player/search/findMatches.ts'
import { takeSentences } from './components/player/story/takeSentences.ts'
import { isolate } from './direction/isolate.ts'
import { readDraft, writeDraft } from './hooks/storedDraft.ts'
import { placeToReturn } from './routes/placeToReturn.ts'
import { listSources } from './testSupport/listSources.ts'
import { modelConfig, openai } from './testSupport/modelBuilders.ts'

/** `scripts/house/patterns.test.ts` gives each pattern a megabyte; here are the functions around them. */
const LENGTH = 200_000
/** For some fifty texts; a quadratic reading of one of them takes a minute. */
const PATIENCE_MS = 120_000
const span = (text: string) => ({ text, isEmphasized: false, isStrong: false })

/** Every function with a regular expression, by the file of the expression. */
const READERS: Readonly<Record<string, readonly ((text: string) => unknown)[]>> = {
  'components/common/groupByProvider.ts': [
    (text) => findConfigs([modelConfig()], [openai], text),
    (text) => findConfigs([modelConfig({ name: text })], [openai], 'quill a'),
  ],
  'components/library/breakTitle.ts': [breakTitle],
  'components/models/form/toModelConfigBody.ts': [
    (text) => toModelConfigBody({ ...newValues(openai), extraHeaders: text }, openai, new Set()),
    (text) => toModelConfigBody({ ...newValues(openai), extraHeaders: `a: ${text}x` }, openai, new Set()),
    (text) => shortLabel({ ...openai, label: text }),
  ],
  'components/models/form/valuesDraft.ts': [(text) => saveDraft(null, { ...newValues(openai), baseUrl: text })],
  'components/player/answer/countWords.ts': [countWords],
  'components/player/answer/selectedText.ts': [toOneLine],
  'components/player/prose/parseBlocks.ts': [parseBlocks],
  'components/player/prose/parseInline.ts': [(text) => parseInline(text, false), (text) => parseInline(text, true)],
  'components/player/prose/splitWords.ts': [(text) => splitWords(span(text))],
  'components/player/prose/withoutLinks.ts': [withoutLinks],
  'components/player/search/findMatches.ts': [
    (text) => findMatches(text, 'gate'),
    (text) => findMatches('The gate', text),
  ],
  'components/player/story/takeSentences.ts': [
    (text) => takeSentences(text, 0, true),
    (text) => takeSentences(text, 0, false),
  ],
  'direction/isolate.ts': [isolate],
  'hooks/storedDraft.ts': [
    (text) => {
      sessionStorage.setItem('llm-gamebook:draft:one', text)
      const read = readDraft('one')
      writeDraft('one', '')
      return read
    },
  ],
  'routes/placeToReturn.ts': [(text) => placeToReturn(`/sessions/${text}`)],
}

const HOSTILE = [
  '[',
  '[](',
  '![a',
  '[a](b ',
  '](',
  '(',
  ')',
  '*',
  '* ',
  ' *',
  '*a ',
  '**a ',
  '_',
  '__a ',
  'a*b',
  '\\',
  '\\*',
  '`',
  '```',
  '#',
  '# ',
  '>',
  '> ',
  '- ',
  '-',
  '1',
  '1. ',
  '\n',
  '\n\n',
  '- a\n',
  'a\n\n',
  ' ',
  '\t',
  ' \n',
  '.',
  '. ',
  ".'",
  '."',
  '"',
  '…',
  'a',
  'a ',
  ' a',
  'ab. ',
  ':',
  'a:',
  ': ',
  '/',
  'م',
  '😀',
  '{',
  ' (',
  '\u2028',
  '0',
]

describe('long hostile text', () => {
  it.each(Object.entries(READERS))('is read in linear time in %s', { timeout: PATIENCE_MS }, (_, readers) => {
    for (const read of readers)
      for (const unit of HOSTILE) expect(() => read(unit.repeat(LENGTH / unit.length))).not.toThrow()
  })

  it('gives a bounded number of blocks and spans', () => {
    expect(parseBlocks('a\n\n'.repeat(300_000)).length).toBeLessThan(10_000)
    expect(parseBlocks('- a\n'.repeat(250_000))[0]?.source.split('\n').length).toBeLessThanOrEqual(10_000)
    expect(parseInline('*a* '.repeat(250_000), false).length).toBeLessThan(2100)
  })

  it('loses nothing', () => {
    const text = '*a* '.repeat(250_000)
    const shown = parseInline(text, false).map((part) => part.text)
    expect(shown.join('').replaceAll('*', '')).toBe(text.replaceAll('*', ''))
  })

  it('is tried on every file with a regular expression', () => {
    const files = listSources(import.meta.dirname).filter((file) => hasPattern(readFileSync(file, 'utf8')))
    expect(files.map((file) => relative(import.meta.dirname, file).replaceAll('\\', '/'))).toEqual(
      Object.keys(READERS).toSorted(),
    )
  })
})

/** A literal after an operator or a bracket. Strings and closing tags begin otherwise. */
const PATTERN = /[=(,:|&?] ?\/(?![/*\s])[^\n]*\/|new RegExp/

const hasPattern = (source: string) => PATTERN.test(source.replaceAll(/^ *(?:\*|\/\*|\/\/|import).*$/gm, ''))
