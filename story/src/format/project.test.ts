import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import type { Gamebook } from '../gamebook/gamebook.ts'
import { expectFindings } from '../testSupport/findings.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { gamebookSchema } from './jsonSchema/gamebookSchema.ts'
import { readGamebook } from './readGamebook.ts'

const NEWER = 'key-of-newer-format'

/** Values of each type: an older gamebook may use any name for anything. */
const values = {
  number: '⟪5',
  boolean: '⟪true',
  null: '⟪null',
  text: '⟪of another meaning',
  list: '⟪[1, a]',
  mapping: '⟪{a: 1}',
} as const

describe('a newer key of the project with a value of another shape', () => {
  const fitting: Readonly<Record<string, readonly (keyof typeof values)[]>> = {
    language: [],
    content_warnings: [],
    license: ['text'],
    improvisation: [],
    suggestions: [],
    invariants: [],
    goals: [],
    checks: [],
  }
  it.each(
    Object.entries(fitting).flatMap(([key, fits]) =>
      Object.entries(values)
        .filter(([type]) => !fits.some((one) => one === type))
        .map(([, value]) => `${key}: ${value}`),
    ),
  )('is ignored with a warning: %s', (line) => expectFindings(NEWER, `title: T\n${line}`))

  it.each([
    'language: ⟪German',
    'language: ⟪pt_BR',
    "language: ⟪''",
    'language: ⟪de-',
    'language: ⟪x-klingon',
    'content_warnings: ⟪a dead gull',
    'content_warnings: ⟪[a dead gull, 5]',
    'improvisation: ⟪flavour',
    'improvisation: ⟪{fields: player.nerve}',
    'improvisation: ⟪{fields: [], more: 1}',
    "suggestions: ⟪'on'",
    'invariants: ⟪[{text: Win the war}]',
    'invariants: ⟪[1 == 1]',
    'goals: ⟪[{condition: true}, {text: Win the war}]',
    'goals: ⟪{condition: true}',
    'checks: ⟪{stealth: hard}',
    'checks: ⟪{soft-lock: true}',
    'checks: ⟪[soft-lock]',
  ])('is ignored with a warning: %s', (line) => expectFindings(NEWER, `title: T\n${line}`))

  it('says what to write', () => {
    const { diagnostics, gamebook } = readGamebook('title: T\nlanguage: German')
    expect(diagnostics.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      'With this value, "language" is ignored. Write a BCP 47 tag such as en, de or pt-BR to give the key its newer meaning, or rename it.',
    ])
    expect(gamebook?.language).toBe('en')
  })
})

describe('the keys of the project', () => {
  it.each([
    ['bad-value', "license: ⟪' '"],
    ['limit', `license: ⟪${'x'.repeat(501)}`],
    ['bad-value', "content_warnings: [a, ⟪'']"],
    ['limit', `content_warnings: [⟪${'x'.repeat(101)}]`],
    ['limit', `content_warnings: [${'x, '.repeat(20)}⟪y]`],
    ['unknown-reference', 'improvisation: {fields: [⟪player.nerve]}'],
    ['wrong-type', 'improvisation: {fields: [⟪5]}'],
    ['expression-unknown-entity', 'invariants: [{condition: ⟪player.nerve > 0}]'],
    ['expression-parse', 'invariants: [{condition: 1 ==⟪}]'.replace('⟪}', '⟪ }')],
    ['expression-parse', 'invariants: [{condition: ⟪5}]'],
    ['expression-parse', 'goals: [{condition: ⟪null}]'],
    ['wrong-type', 'goals: [{condition: true, always: ⟪sometimes}]'],
    ['wrong-type', 'goals: [{condition: true, name: ⟪5}]'],
    ['bad-value', "goals: [{condition: true, name: ⟪''}]"],
    ['limit', `goals: [{condition: true, name: ⟪${'x'.repeat(201)}}]`],
    ['unknown-key', 'goals: [{condition: true, ⟪alwys: true}]'],
    ['unknown-key', 'invariants: [{condition: true, ⟪always: true}]'],
    ['unknown-key', 'checks: {⟪soft-lok: off}'],
    ['unknown-key', 'checks: {⟪wrong-type: off}'],
    ['unknown-key', 'checks: {⟪type-not-told: note}'],
    ['wrong-type', 'checks: {soft-lock: off, unused-edge: ⟪error}'],
    ['wrong-type', 'checks: {soft-lock: off, unused-edge: ⟪true}'],
    ['wrong-type', 'checks: {soft-lock: off, unused-edge: ⟪on}'],
  ])('have %s at the mark: %s', (codes, line) => {
    const marked = codes.includes(' ') ? line.replace('⟪', '⟪⟪') : line
    expectFindings(codes, `title: T\n${marked}`)
  })

  it('suggest the finding that was meant', () => {
    const { diagnostics } = readGamebook('title: T\nchecks: {soft-lok: off, wrong-type: off}')
    expect(diagnostics.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      'The gamebook check has no finding "soft-lok". Did you mean "soft-lock"?',
      '"wrong-type" is about the file itself, so its severity is fixed. Fix the problem, and remove this line. Only the severity of findings can be changed.',
    ])
  })

  it.each([
    ['suggestions: off', { suggestions: false }],
    ['suggestions: false', { suggestions: false }],
    ["suggestions: 'off'", { suggestions: false }],
    ['checks: {}', { checks: new Map() }],
    [
      'checks: {soft-lock: off, unused-edge: false, guard-always-true: note, x-why: [1]}',
      {
        checks: new Map([
          ['soft-lock', 'off'],
          ['unused-edge', 'off'],
          ['guard-always-true', 'note'],
        ]),
      },
    ],
    ['language: PT-br', { language: 'pt-BR' }],
    ['language: zh-Hant-TW', { language: 'zh-Hant-TW' }],
    ['content_warnings: [" a dead\\n  gull", drowning, drowning]', { contentWarnings: ['a dead gull', 'drowning'] }],
    ['license: |\n  CC BY 4.0\n', { license: 'CC BY 4.0' }],
    ['improvisation: none', { improvisation: { kind: 'none' } }],
  ] satisfies [string, Partial<Gamebook>][])('are read: %s', (line, read) => {
    const { diagnostics, gamebook } = readGamebook(`title: T\n${line}`)
    expect(diagnostics).toEqual([])
    expect(gamebook).toMatchObject(read)
  })

  it('warn of "off" anywhere else', () => {
    expectFindings(
      'yaml-1-1-scalar unknown-key',
      'title: T\nchecks: {soft-lock: off}\nprompt: {role: ⟪off}\n⟪suggestion: "off"',
    )
    expectFindings('unknown-key yaml-1-1-scalar', 'title: T\n⟪suggestion: ⟪off')
  })

  it('have the same defaults without any of them', () => {
    expect(loadGamebook('title: T')).toMatchObject({
      language: 'en',
      contentWarnings: [],
      license: null,
      improvisation: { kind: 'flavor' },
      suggestions: true,
      invariants: [],
      goals: [],
      checks: new Map(),
    })
  })

  it.each([
    ['checks: {soft-lock: off, unused-edge: false, x-why: [1]}', true],
    ['checks: {soft-lok: off}', false],
    ['checks: {soft-lock: error}', false],
    ['suggestions: false', true],
    ['suggestions: true', false],
  ])('fit the JSON Schema: %s is %s', (line, fits) => {
    expect(new Ajv().validate(JSON.parse(JSON.stringify(gamebookSchema())), parse(`title: T\n${line}`))).toBe(fits)
  })
})
