import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

const read = (...args: readonly string[]) => readOptions(args, ['burst', 'latency'])

describe('readOptions', () => {
  it('runs each measure once without any option', () => {
    expect(read()).toEqual({
      measures: [],
      runs: 1,
      isCheck: false,
      jsonFile: undefined,
      beforeFile: undefined,
      appFolder: undefined,
    })
  })

  it('reads measures and options in any order', () => {
    expect(
      read(
        '--check',
        'latency',
        '--runs',
        '3',
        'burst',
        '--json',
        'a.json',
        '--before',
        'b.json',
        '--server',
        '../before',
      ),
    ).toEqual({
      measures: ['latency', 'burst'],
      runs: 3,
      isCheck: true,
      jsonFile: 'a.json',
      beforeFile: 'b.json',
      appFolder: '../before',
    })
  })

  it('refuses an unknown measure, and lists the known ones', () => {
    const hint = expect.stringContaining('burst, latency') as string
    expect(() => read('bursts')).toThrow(expect.objectContaining({ message: 'Unknown measure: bursts.', hint }))
  })

  it('refuses an unknown option', () => {
    expect(() => read('--rums', '3')).toThrow("Unknown option '--rums'.")
  })

  it.each(['0', '1.5', '-1', 'three'])('refuses %s runs', (runs) => {
    expect(() => read(`--runs=${runs}`)).toThrow(`--runs must be a whole number of at least 1, not ${runs}.`)
  })
})
