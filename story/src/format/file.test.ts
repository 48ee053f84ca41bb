import { describe, expect, it } from 'vitest'
import { expectFindings, gamebookOf } from '../testSupport/findings.ts'
import { readGamebook } from './readGamebook.ts'

describe('a file that cannot be read', () => {
  it.each([
    ['yaml-syntax', 'title: a⟪: b'],
    ['yaml-syntax', 'title: ⟪"open'],
    ['yaml-syntax', 'title: T\n⟪\tauthor: A'],
    ['yaml-syntax', 'title: a⟪\0b'],
    ['yaml-syntax', String.raw`title: ⟪"a\0b"`],
    ['yaml-syntax', String.raw`title: ⟪"a\ud800b"`],
    ['yaml-syntax', 'title: T\nx-map: {⟪"a\\x00": b}'],
    ['yaml-syntax', '⟪%YAML 1.1\n---\ntitle: T'],
    ['yaml-syntax', 'title: T\nauthor: ⟪*nobody'],
    ['multiple-documents', 'title: T\n⟪---\ntitle: U'],
    ['not-a-mapping', '⟪'],
    ['not-a-mapping', '⟪# only a comment'],
    ['not-a-mapping', '⟪- title: T'],
    ['not-a-mapping', '⟪just text'],
    ['yaml-tag', 'title: ⟪!!binary aGk='],
    ['yaml-tag', 'title: ⟪!secret T'],
    ['yaml-tag yaml-tag', 'title: ⟪!!int T\nx-list: ⟪!!set {a}'],
  ])('is %s at the mark', expectFindings)

  it('names the path of a value whose syntax is wrong', () => {
    const { diagnostics } = readGamebook(gamebookOf('  - name: Thing\n    entities:\n      - id: "open'))
    expect(diagnostics.map(({ path }) => path)).toEqual(['entity_types[0].entities[0].id'])
  })

  it('reports one error per line', () => {
    const { diagnostics } = readGamebook('title: [a, b: {c\nauthor: "x" y: z\n')
    expect(new Set(diagnostics.map(({ line }) => line)).size).toBe(diagnostics.length)
  })

  it('accepts a byte order mark and counts columns without it', () => {
    const source = new TextEncoder().encode('\uFEFFauthor: A')
    expect(readGamebook(source).diagnostics).toMatchObject([{ code: 'missing-key', line: 1, column: 1 }])
    expect(readGamebook('\uFEFFtitle: T').gamebook).not.toBeNull()
  })

  it('says where the bytes stop being UTF-8', () => {
    const source = new Uint8Array([...new TextEncoder().encode('title: é\nauthor: '), 0xe9, 0x20])
    expect(readGamebook(source).diagnostics).toMatchObject([{ code: 'not-utf8', line: 2, column: 9 }])
  })

  it('reads bytes as it reads text', () => {
    const source = 'title: Tür 🚪\nentity_types: []'
    expect(readGamebook(new TextEncoder().encode(source))).toEqual(readGamebook(source))
  })

  it('names the file that it was given', () => {
    expect(readGamebook('', { file: 'example/well' }).diagnostics[0]?.file).toBe('example/well')
  })
})

describe('keys and scalars', () => {
  it.each([
    ['duplicate-key', 'title: T\n⟪title: U'],
    ['duplicate-key', 'title: T\nx-map: {1: a, ⟪"1": b}'],
    ['bad-key', 'title: T\nx-map: {⟪[a]: b}'],
    ['bad-key', 'title: T\nx-map:\n  ⟪~: b'],
    ['bad-number', 'title: T\nx-n: ⟪.inf'],
    ['bad-number', 'title: T\nx-n: ⟪.NaN'],
    ['bad-number', 'title: T\nx-n: [1, ⟪-9007199254740992]'],
    ['yaml-1-1-scalar', 'title: T\nauthor: ⟪No'],
    ['yaml-1-1-scalar', oneEntity('{id: a, map: {⟪on: 1}}')],
    ['wrong-type', 'title: T\nprompt: {<<: ⟪3}'],
  ])('is %s at the mark', expectFindings)

  it('ignores everything below a key that begins with x-', () => {
    expect(readGamebook('title: T\nx-note: {switch: on, at: 1:30}').diagnostics).toEqual([])
  })

  it.each(['yes', 'No', 'ON', 'off', '010', '0o10', '1_000', '1:30', '1e3', '1.5e3', '2024-01-31'])(
    'warns of the plain scalar %s, which YAML 1.1 reads otherwise',
    (scalar) => expectFindings('yaml-1-1-scalar', oneEntity(`{id: a, value: ⟪${scalar}}`)),
  )

  it.each(['yEs', '"yes"', '10', '1.0e+3', '0x1F', '08:00', 'y', 'true', '1.5', '2024'])(
    'reads the plain scalar %s as every other program does',
    (scalar) => expect(readGamebook(oneEntity(`{id: a, value: ${scalar}}`)).diagnostics).toEqual([]),
  )

  it('says how a scalar is read and what to write instead', () => {
    const { diagnostics } = readGamebook(oneEntity('{id: a, b: yes, c: 010}'))
    expect(diagnostics.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      'yes is read as the text "yes" here, but differently by other YAML readers. Write true if you mean that, or "yes" in quotes.',
      '010 is read as the number 10 here, but differently by other YAML readers. Write "010" in quotes, or 10.',
    ])
  })

  it('shows both locations of a duplicate key', () => {
    const [finding] = readGamebook('title: T\ntitle: U').diagnostics
    expect(finding?.related).toMatchObject([{ line: 1, column: 1 }])
  })

  it('reads the first of two duplicate keys', () => {
    expect(readGamebook('title: 5\ntitle: U').diagnostics.map(({ code }) => code)).toEqual([
      'wrong-type',
      'duplicate-key',
    ])
  })
})

function oneEntity(entity: string): string {
  return gamebookOf(`  - {name: Thing, entities: [${entity}]}`)
}
