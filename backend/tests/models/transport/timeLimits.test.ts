import { describe, expect, it } from 'vitest'

import { findTimeLimits } from '../../../src/models/transport/timeLimits.ts'

const HOSTED = 'https://api.example.org/v1'
const LOCAL = 'http://192.168.1.20:8080/v1'
const none = { firstWord: null, total: null }

describe('the time that a model may take', () => {
  it.each([
    ['has the limits for all on a hosted server', HOSTED, none, {}],
    ['is limited only as a whole on a local server', LOCAL, none, { 'first-byte': 600, idle: 600, total: 600 }],
    ['can be raised', LOCAL, { firstWord: null, total: 3600 }, { 'first-byte': 3600, idle: 3600, total: 3600 }],
    [
      'can be limited to the first word',
      LOCAL,
      { firstWord: 30, total: null },
      { 'first-byte': 30, idle: 600, total: 600 },
    ],
    ['can be set for a hosted server', HOSTED, { firstWord: 300, total: 900 }, { 'first-byte': 300, total: 900 }],
  ])('%s', (_, baseUrl, timeouts, limits) => {
    expect(findTimeLimits(baseUrl, timeouts)).toEqual(limits)
  })
})
