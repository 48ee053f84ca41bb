import { describe, expect, it } from 'vitest'

import { block, blockBefore, blocksOfTurn, turnBlocks } from '../../testSupport/requests.ts'
import { buildRows } from './buildRows.ts'
import { countChanges } from './countChanges.ts'
import type { RequestRow } from './requestRow.ts'
import { sliceBody } from './sliceBody.ts'

const outline = (rows: readonly RequestRow[]) => rows.map(({ title, change, items }) => [title, change, items.length])

describe('the rows of a request', () => {
  it('fold what did not change and show what did', () => {
    expect(outline(buildRows(blocksOfTurn(), [blockBefore()]))).toEqual([
      ['Rules, story and world', 'same', 1],
      ['Turn 1', 'same', 2],
      ['Player, turn 2', 'added', 1],
      ['Answer, turn 2', 'added', 1],
      ['State of this turn', 'changed', 1],
      ['The player says', 'changed', 1],
      ['Functions', 'same', 2],
      ['Request fields', 'same', 3],
    ])
  })

  it('have every block once, and all of its text and tokens', () => {
    const blocks = blocksOfTurn()
    const rows = buildRows(blocks, [])
    const texts = rows.flatMap(({ items }) => items.flatMap(({ sections }) => sections.map(({ text }) => text)))
    expect(texts.toSorted()).toEqual(blocks.flatMap(({ sections }) => sections.map(({ text }) => text)).toSorted())
    const sum = (all: readonly { readonly tokens: number }[]) => all.reduce((total, { tokens }) => total + tokens, 0)
    expect(sum(rows)).toBe(sum(blocks))
    expect(new Set(rows.flatMap(({ items }) => items.map(({ key }) => key))).size).toBe(texts.length - 1)
  })

  it('name what a changed part was before, and nothing for a part that stayed', () => {
    const rows = buildRows(blocksOfTurn(), [blockBefore()])
    const state = rows.find(({ title }) => title === 'State of this turn')
    expect(state?.items[0]?.sections[0]?.before).toContain('Sun')
    const [same] = buildRows(
      [block({ change: 'new' }, { reason: 'state', text: 'Rain' })],
      [block({}, { reason: 'state', text: 'Rain' })],
    )
    expect([same?.change, same?.items[0]?.sections[0]?.before]).toEqual(['same', null])
  })

  it('count each changed block once', () => {
    const old = turnBlocks(1)
    expect(countChanges(buildRows(blocksOfTurn(), [blockBefore(), ...old]))).toEqual({
      added: 2,
      changed: 1,
      removed: 2,
    })
  })

  it('show what is no longer sent at the end', () => {
    const last = buildRows(blocksOfTurn(), turnBlocks(1)).at(-1)
    expect([last?.title, last?.change, last?.items.map(({ index }) => index)]).toEqual([
      'No longer sent',
      'removed',
      [null, null],
    ])
  })

  it('part turns from the cache from those that are not', () => {
    const blocks = [...turnBlocks(1), ...turnBlocks(2), ...turnBlocks(3, { cache: 'fresh' })]
    expect(outline(buildRows(blocks, []))).toEqual([
      ['Turns 1 to 2', 'same', 4],
      ['Turn 3', 'same', 2],
    ])
  })
})

describe('the bytes of a block', () => {
  it('are cut from the body, whatever its characters', () => {
    const texts = ['{"a":[', '"ü🜂"', ',"\uFEFF\u2028"', ']}']
    const blocks = texts.map((text) => ({ bytes: new TextEncoder().encode(text).length }))
    expect(texts.map((_, at) => sliceBody(texts.join(''), blocks, at))).toEqual(texts)
  })
})
