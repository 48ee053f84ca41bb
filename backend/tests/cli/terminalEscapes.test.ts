import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { escapeControls } from '../../src/escapeControls.ts'
import { createLogger } from '../../src/logger.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { FILE, run, TOWER } from '../support/runCommand.ts'
import { startServerProcess } from '../support/serverProcess.ts'

const ESC = '\u001b'
/** Clears the screen, sets the window's title, copies to the clipboard, colors by C1, goes back and turns the text around. */
const HOSTILE = `${ESC}[2J${ESC}]0;gone\u0007${ESC}]52;c;cm0=\u0007\u009b31m\b\b\u202Eegap\u2066x`
const DANGEROUS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/

/** As a double-quoted YAML text. */
const quoted = JSON.stringify(HOSTILE).replaceAll('\u009b', String.raw`\u009b`)
const hostileTower = TOWER.replace('title: The Tower', `title: ${quoted}`)
  .replace('description: Cobbles.', `description: ${quoted}`)
  .replace('title: The View', `title: ${quoted}`)

describe('escapeControls', () => {
  it.each([
    ['plain', 'A door.\n\tThree steps.\r\n', 'A door.\n\tThree steps.\r\n'],
    ['other scripts', 'باب القبو 日本 é 👩‍🚀', 'باب القبو 日本 é 👩‍🚀'],
    ['an escape sequence', `${ESC}[31mred`, String.raw`\u001b[31mred`],
    ['a carriage return that overwrites a line', 'safe\rgone', String.raw`safe\u000dgone`],
    ['a backspace', 'ab\bc', String.raw`ab\u0008c`],
    ['a C1 sequence', '\u009b2J', String.raw`\u009b2J`],
    ['an override of the direction', 'a\u202Eb', String.raw`a\u202eb`],
  ])('writes %s', (_, text, written) => {
    expect(escapeControls(text)).toBe(written)
  })

  it('leaves no character that a terminal obeys, and keeps JSON as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeControls(text)).not.toMatch(DANGEROUS)
        expect(JSON.parse(escapeControls(JSON.stringify(text)))).toBe(text)
      }),
    )
  })
})

describe('a hostile gamebook', () => {
  it.each([
    ['check mine/tower', []],
    ['check mine/tower --json', []],
    ['walkthrough mine/tower --to roof', []],
    ['walkthrough mine/tower --to nowhere', []],
    ['play-random mine/tower --runs 5', []],
    ['play mine/tower --seed 1', ['look around', '/state', 'go to the roof', '/quit']],
  ])('controls no terminal: %s', async (command, lines) => {
    const folder = await makeFolder({ [`mine/tower/${FILE}`]: hostileTower })
    const { written } = await run(folder, command, { lines })
    expect(written).not.toMatch(DANGEROUS)
    expect(written).not.toBe('')
  })

  it('shows its title escaped', async () => {
    const folder = await makeFolder({ [`mine/tower/${FILE}`]: hostileTower })
    const { written } = await run(folder, 'play mine/tower', { lines: ['/quit'] })
    expect(written).toContain(String.raw`\u001b[2J\u001b]0;gone\u0007`)
  })

  it('controls no terminal by its errors, its folder or an argument', async () => {
    const broken = hostileTower.replace('[roof]', `[${quoted}]`)
    const folder = await makeFolder({ [`mine/tower/${FILE}`]: broken })
    for (const words of [['check', 'mine/tower'], ['play', HOSTILE], ['check', `mine/${ESC}[2J`], [HOSTILE]]) {
      const { written } = await run(folder, words)
      expect(written).not.toMatch(DANGEROUS)
    }
  })
})

describe('the server', () => {
  it('logs no control characters', () => {
    const lines: string[] = []
    const logger = createLogger('info', { write: (line) => void lines.push(line) })
    logger.info({ model: HOSTILE, err: new Error(HOSTILE) }, HOSTILE)
    expect(lines.join('')).not.toMatch(DANGEROUS)
    expect(JSON.parse(lines.join(''))).toMatchObject({ model: HOSTILE, msg: HOSTILE })
  })

  it('says why it does not start without control characters', async () => {
    const { ended } = startServerProcess({ LLM_GAMEBOOK_HOST: `${ESC}[2J` })
    const { code, errors } = await ended
    expect(code).toBe(2)
    expect(errors).not.toMatch(DANGEROUS)
  })

  it('prints in few places, all of which escape', () => {
    const source = join(import.meta.dirname, '../../src')
    const printing = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /console\.(log|error|warn|info)|process\.std(out|err)|pino\(/.test(readFileSync(join(source, file), 'utf8')),
      )
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted()
    // The oldest Node of all reads server.ts, which prints a constant. The terminal's text is escaped by runCli.
    expect(printing).toEqual(['cli/terminal.ts', 'logger.ts', 'main.ts', 'server.ts'])
  })
})
