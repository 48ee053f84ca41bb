import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findApp } from './app.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'llm-gamebook-app-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start: 'node --flag=4 scripts/start.mjs' } }))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('findApp', () => {
  it('starts the server in a folder with the flags of its `npm start`', () => {
    const server = join(folder, 'backend', 'dist', 'server.mjs')
    mkdirSync(join(folder, 'backend', 'dist'), { recursive: true })
    writeFileSync(server, '')
    expect(findApp(folder)).toEqual({ folder, command: ['--flag=4', server] })
  })

  it('says how to build a server that is missing', () => {
    const error = {
      message: expect.stringContaining('The server has not been built') as string,
      hint: `Run \`npm run build\` in ${folder}.`,
    }
    expect(() => findApp(folder)).toThrow(expect.objectContaining(error))
  })
})
