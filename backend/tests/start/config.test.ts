import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { readConfig } from '../../src/start/config.ts'
import { defaultDataFolder } from '../../src/start/defaultDataFolder.ts'
import { SettingError } from '../../src/start/startupError.ts'
import { helpText } from '../../src/start/settings.ts'

describe('the config', () => {
  it('needs no setting', () => {
    const dataFolder = defaultDataFolder({})
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8000,
      password: null,
      trustedProxies: [],
      dataFolder,
      database: { kind: 'sqlite', file: join(dataFolder, 'llm-gamebook.sqlite') },
      secret: null,
      logLevel: 'warn',
    })
  })

  it('accepts every setting in the help', () => {
    const environment = {
      LLM_GAMEBOOK_HOST: '0.0.0.0',
      LLM_GAMEBOOK_PORT: '0',
      LLM_GAMEBOOK_DATA_DIR: '/srv/gamebook',
      LLM_GAMEBOOK_PASSWORD: 'open sesame',
      LLM_GAMEBOOK_TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8, fd00::/8',
      LLM_GAMEBOOK_SECRET: 'sixteen characters',
      DATABASE_URL: 'postgres://user:word@db/gamebook',
      LOG_LEVEL: 'debug',
    }
    expect(readConfig(environment)).toEqual({
      host: '0.0.0.0',
      port: 0,
      password: 'open sesame',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
      dataFolder: '/srv/gamebook',
      database: { kind: 'postgres', url: 'postgres://user:word@db/gamebook' },
      secret: 'sixteen characters',
      logLevel: 'debug',
    })
    for (const name of Object.keys(environment)) expect(helpText()).toContain(name)
  })

  it.each(['localhost', '127.0.0.2', '::1'])('needs no password to listen on %s, which is this machine', (host) => {
    expect(readConfig({ LLM_GAMEBOOK_HOST: host })).toMatchObject({ host, password: null })
  })

  it.each([
    ['LLM_GAMEBOOK_PORT', 'eighty'],
    ['LLM_GAMEBOOK_PORT', '65536'],
    ['LLM_GAMEBOOK_PORT', '-1'],
    ['LLM_GAMEBOOK_PASSWORD', 'short'],
    ['LLM_GAMEBOOK_TRUSTED_PROXY', 'everybody'],
    ['LLM_GAMEBOOK_TRUSTED_PROXY', '10.0.0.0/40'],
    ['LLM_GAMEBOOK_SECRET', 'short'],
    ['DATABASE_URL', 'mysql://db'],
    ['LOG_LEVEL', 'loud'],
    ['LLM_GAMEBOOK_HOST', '0.0.0.0'],
    ['LLM_GAMEBOOK_HOST', '192.168.1.7'],
  ])('rejects %s=%s in one sentence that names it', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(SettingError)
    expect(read).toThrow(new RegExp(`^${name} [^.]+( [^ ]+)*\\.$`))
  })

  it('does not repeat a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://user:hunter2@db' })).not.toThrow(/hunter2/)
  })

  it('treats an empty variable as not set', () => {
    expect(readConfig({ LLM_GAMEBOOK_PORT: '', LOG_LEVEL: '' })).toEqual(readConfig({}))
  })
})

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/ada/.local/share/llm-gamebook'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/llm-gamebook'],
    ['darwin', {}, '/home/ada/Library/Application Support/llm-gamebook'],
  ] as const)('is in the usual place on %s', (platform, environment, folder) => {
    expect(defaultDataFolder(environment, platform, '/home/ada')).toBe(folder)
    expect(defaultDataFolder({})).toContain(homedir())
  })
})
