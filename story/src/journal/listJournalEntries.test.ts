import { expect, it } from 'vitest'

import type { Json } from '../json.ts'
import type { World } from '../state/world.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { call, withState } from '../testSupport/playCalls.ts'
import type { JournalEntry, MessageReceipts } from './journalEntry.ts'
import { listJournalEntries } from './listJournalEntries.ts'

type Calls = readonly (readonly [name: string, args?: Json])[]

interface Played {
  readonly world: World
  readonly path: readonly MessageReceipts[]
}

/** One message for each call. */
function play(world: World, calls: Calls): Played {
  return calls.reduce<Played>(
    ({ world: now, path }, [name, args = {}], index) => {
      const { state, receipts } = call(now, name, args)
      return { world: { ...now, state }, path: [...path, { messageId: `m${index + 1}`, receipts }] }
    },
    { world, path: [] },
  )
}

/** `kind message group: text` */
function journalOf({ world, path }: Played): readonly string[] {
  return listJournalEntries(world, path).map(format)
}

function format({ kind, messageId, group, text }: JournalEntry): string {
  return `${kind} ${messageId} ${group}: ${text}`
}

const harbour = loadWorld(HARBOUR)
const ferry = loadWorld(FERRY)

it('merges moves: each place once, with the start, at the first visit', () => {
  const played = play(harbour, [
    ['go_to', { to: 'boat' }],
    ['go_to', { to: 'quay' }],
    ['go_to', { to: 'boat' }],
  ])
  expect(journalOf(played)).toEqual(['place m1 Visited: Quay', 'place m1 Visited: Boat'])
})

it('keeps what was gained and lost in the end, with the one who has it', () => {
  const played = play(harbour, [
    ['take', { item: 'rope' }],
    ['take', { item: 'sack' }],
    ['drop', { item: 'sack' }],
    ['take', { item: 'sack' }],
    ['drop', { item: 'rope' }],
  ])
  expect(journalOf(played)).toEqual(['gained m4 Gained: Sack', 'lost m5 No longer carried: Rope (Quay)'])
})

it('says nothing of what was carried from the beginning and is so again', () => {
  const start = withState(harbour, { entities: { rope: { held_by: 'player' } } })
  expect(
    journalOf(
      play(start, [
        ['drop', { item: 'rope' }],
        ['take', { item: 'rope' }],
      ]),
    ),
  ).toEqual([])
})

it('keeps the last value of a field, and drops it when it is as at first', () => {
  const calls: Calls = [
    ['add_courage', { amount: 1 }],
    ['add_courage', { amount: 2 }],
    ['befriend', { who: 'mate' }],
  ]
  expect(journalOf(play(harbour, calls))).toEqual([
    'deed m1 Done: add courage',
    'field m2 Changed: Courage of Player: 2 → 5',
    'deed m3 Done: befriend',
    'field m3 Changed: friend of Player: none → Mate',
  ])
  const back = play(harbour, [...calls, ['add_courage', { amount: -3 }]])
  expect(journalOf(back)).not.toContainEqual(expect.stringContaining('Courage of Player'))
})

it('merges checks by function: what was tried, and how it ended', () => {
  const played = play(harbour, [['dare'], ['dare'], ['dare']])
  const rolls = played.path.map(({ receipts: [dare] }) => dare?.roll?.success ?? dare?.result)
  expect(rolls).toEqual([false, true, 'refused'])
  const checks = (path: Played['path']): readonly string[] =>
    listJournalEntries(played.world, path).flatMap((entry) => (entry.kind === 'check' ? [format(entry)] : []))
  expect(checks(played.path.slice(0, 1))).toEqual(['check m1 Tried: dare (failed)'])
  expect(checks(played.path)).toEqual(['check m2 Tried: dare (failed, then succeeded)'])
})

it('names a secret only once it came to light', () => {
  const played = play(harbour, [['take', { item: 'rope' }], ...Array.from({ length: 12 }, () => ['dare'] as const)])
  expect(journalOf(played)).toContainEqual(expect.stringMatching(/^reveal m\d+ Came to light: Pearl$/))
  const hidden = { ...played, world: harbour }
  expect(journalOf(hidden).join()).not.toContain('Pearl')
})

it('keeps topics once each, by the name that players know', () => {
  const ask = (about: string): Calls[number] => ['ask', { who: 'ferryman', about }]
  const played = play(ferry, [ask('price'), ask('son'), ask('fare'), ask('no such thing'), ['go_to', { to: 'hut' }]])
  expect(journalOf(played)).toEqual([
    'topic m1 Asked Ferryman about: the fare',
    'topic m2 Asked Ferryman about: son',
    'field m2 Changed: Nerve of Player: 2 → 3',
    'place m5 Visited: Landing',
    'place m5 Visited: Hut',
  ])
})

it('keeps promises with whether they are settled', () => {
  const yaml = HARBOUR.replace(
    '- {name: befriend,',
    '- {name: swear, effects: [{promise: {id: oath, text: You will sail., kept: harbour.current_node_id == "boat"}}]}\n          - {name: befriend,',
  )
  const swear = ['swear'] as const
  const promised = play(loadWorld(yaml), [swear, swear])
  expect(journalOf(promised)).toContain('promise m1 Announced, and still open: You will sail.')
  const kept = play(loadWorld(yaml), [swear, ['go_to', { to: 'boat' }]])
  expect(journalOf(kept)).toContain('promise m1 Announced, and settled since: You will sail.')
})

it('begins again when the story does', () => {
  const played = play(harbour, [['take', { item: 'rope' }], ['begin_again'], ['go_to', { to: 'boat' }]])
  expect(journalOf(played)).toEqual(['place m3 Visited: Quay', 'place m3 Visited: Boat'])
})

it('keeps plots for the narrator only, and places and items of hidden types for the player only', () => {
  const yaml = FERRY.replace(
    '  - name: Person\n',
    `  - name: Tide
    instructions: The tide.
    traits: [{name: graph, node_type_id: TideNode}]
    entities: [{id: tide, node_ids: [low, high], functions: [{name: turn, target: transition}]}]
  - name: TideNode
    traits: [described, graph_node]
    entities:
      - {name: Low, description: Low., edge_ids: [high]}
      - {name: High, description: High., edge_ids: [low]}
  - name: Person\n`,
  ).replace('    instructions: Places on the river.\n', '')
  const played = play(loadWorld(yaml), [
    ['turn', { to: 'high' }],
    ['go_to', { to: 'hut' }],
  ])
  const shown = listJournalEntries(played.world, played.path).filter(({ kind }) => kind === 'plot' || kind === 'place')
  expect(shown.map((entry) => [format(entry), entry.isForNarrator, entry.isForPlayer])).toEqual([
    ['plot m1 Tide: Low', true, false],
    ['plot m1 Tide: High', true, false],
    ['place m2 Visited: Landing', false, true],
    ['place m2 Visited: Hut', false, true],
  ])
})

it('leaves out refusals and what failed', () => {
  const played = play(harbour, [['take', { item: 'oar' }], ['fly'], ['half'], ['fail']])
  expect(played.path.flatMap(({ receipts }) => receipts.map(({ result }) => result))).toContain('refused')
  expect(journalOf(played)).toEqual([])
})

it('names no place and no person that is hidden at this point', () => {
  const changes = [{ entity: 'harbour', field: 'current_node_id', before: 'quay', after: 'cave' }]
  const moved = { action: 'graph/transition', by: 'trigger', args: {}, result: 'applied', guards: [], changes } as const
  expect(journalOf({ world: harbour, path: [{ messageId: 'm1', receipts: [moved] }] })).toEqual([
    'place m1 Visited: Quay',
  ])
  const args = { entity_id: 'captain', topic: 'orders' }
  const asked = { ...moved, action: 'talk/ask', args, changes: [] }
  const path = [{ messageId: 'm1', receipts: [asked] }]
  expect(journalOf({ world: ferry, path })).toEqual([])
  const met = withState(ferry, { entities: { captain: { revealed: true } } })
  expect(journalOf({ world: met, path })).toEqual(['topic m1 Asked Captain about: the orders'])
})
