import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { compileMessages } from './precompileText.ts'

const catalog = join(import.meta.dirname, '../src/text')
const files = (await readdir(catalog)).filter((name) => name !== 'createText.ts')

describe('compileMessages', () => {
  it('compiles the values of keys, nested ones too, and leaves the rest unchanged', () => {
    const code = `import { a } from 'a'\nexport const t = a({ plain: 'Plain', deep: { count: "{n, plural, one {# of} other {#s}}" } })`
    expect(compileMessages(code)).toBe(
      `import { a } from 'a'\nexport const t = a({ plain: "Plain", deep: { count: [["n",2,{"one":[0," of"],"other":[0,"s"]}]] } })`,
    )
  })

  it('fails on a message that does not parse', () => {
    expect(() => compileMessages(`a({ broken: 'Hello {name' })`)).toThrow()
  })
})

describe('the text catalog', () => {
  it.each(files)('%s holds plain string literals only', async (name) => {
    const code = await readFile(join(catalog, name), 'utf8')
    expect(code).not.toMatch(/`|' \+|" \+/)
    expect(() => compileMessages(code)).not.toThrow()
  })
})
