import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Receipt } from '../state/receipt.ts'
import { FERRY } from '../testSupport/ferry.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import { playPath, type PlayedTurn } from '../testSupport/playPath.ts'
import { isRevealed } from '../traits/visibility.ts'
import { formatJournal } from './formatJournal.ts'
import type { JournalEntry } from './journalEntry.ts'
import { listJournalEntries } from './listJournalEntries.ts'

const GAMEBOOKS = new URL('../../../gamebooks/example/', import.meta.url)
const books: readonly [string, string][] = [
  ['the harbour', HARBOUR],
  ['the ferry', FERRY],
  ...readdirSync(GAMEBOOKS).map((name): [string, string] => [
    name,
    readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8'),
  ]),
]
const ONCE_FOR_GOOD: readonly string[] = ['place', 'plot', 'topic', 'reveal'] satisfies JournalEntry['kind'][]

describe.each(books)('the journal of %s', (_, yaml) => {
  const gamebook = loadGamebook(yaml)
  const played = fc
    .tuple(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 80 }))
    .map(([seed, turns]) => playPath(gamebook, seed, turns))
    .filter(({ length }) => length > 0)
  const journalOf = (path: readonly PlayedTurn[]): readonly JournalEntry[] =>
    listJournalEntries(path.at(-1)?.world ?? loadWorld(yaml), path)

  /** One entry for each thing that can be one. */
  const fields = gamebook.entityTypes.reduce((sum, type) => sum + type.fields.size * type.entities.length, 0)
  const topics = [...gamebook.entities.values()].reduce((sum, { speaker }) => sum + (speaker?.topics.length ?? 0), 0)
  const nodes = [...gamebook.entities.values()].reduce((sum, { graph }) => sum + (graph?.nodeIds.length ?? 0), 0)
  const secretsAndItems = [...gamebook.entities.values()].filter(({ secret, item }) => secret || item !== undefined)
  const promises = yaml.split(/\bpromise:/).length - 1
  const most = fields + topics + nodes + 2 * secretsAndItems.length + promises + gamebook.functions.length

  it('is bounded by the book, however long the session', () => {
    fc.assert(
      fc.property(played, (path) => {
        const entries = journalOf([...path, ...path, ...path])
        expect(entries.length).toBeLessThanOrEqual(most)
        for (const { group, text } of entries) expect(`${group}${text}`.length).toBeLessThanOrEqual(800)
      }),
      { numRuns: 10 },
    )
  })

  it('is the same for the same receipts', () => {
    fc.assert(
      fc.property(played, (path) => {
        const stored: PlayedTurn[] = path.map((turn) => ({
          ...turn,
          receipts: JSON.parse(JSON.stringify(turn.receipts)),
        }))
        expect(JSON.stringify(journalOf(stored))).toBe(JSON.stringify(journalOf(path)))
      }),
      { numRuns: 8 },
    )
  })

  it('keeps what happened once for good, when more turns follow in the same state', () => {
    fc.assert(
      fc.property(played, fc.nat(), (path, cut) => {
        const world = path.at(-1)?.world ?? loadWorld(yaml)
        const onceIn = (turns: readonly PlayedTurn[]): readonly JournalEntry[] =>
          listJournalEntries(world, turns).filter(({ kind }) => ONCE_FOR_GOOD.includes(kind))
        const shorter = onceIn(path.slice(0, cut % path.length))
        const isBegunAgain = JSON.stringify(path.map(({ receipts }) => receipts)).includes('core/reset-game')
        if (!isBegunAgain) expect(onceIn(path).slice(0, shorter.length)).toEqual(shorter)
      }),
      { numRuns: 8 },
    )
  })

  it('names nothing that is hidden at this point', () => {
    fc.assert(
      fc.property(played, fc.nat(), (path, cut) => {
        const world = path[cut % path.length]?.world ?? loadWorld(yaml)
        const known = [...gamebook.entities.values()].filter((entity) => isRevealed(world, entity)).map(nameOf)
        const hidden = [...gamebook.entities.values()].filter((entity) => !isRevealed(world, entity)).map(nameOf)
        const names = hidden.filter((name) => name !== '' && !known.includes(name))
        const texts = listJournalEntries(world, path).map(({ text }) => text)
        expect(texts.filter((text) => names.includes(text))).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  it('never throws, whatever a receipt holds', () => {
    const world = loadWorld(yaml)
    const ids = fc.oneof(fc.constantFrom(...gamebook.entities.keys(), '__proto__', 'constructor', ''), fc.string())
    const fieldNames = fc.oneof(
      fc.constantFrom('current_node_id', 'held_by', 'revealed', 'minutes', '__proto__'),
      fc.string(),
    )
    const value = fc.oneof(
      ids,
      fc.jsonValue().map((json) => JSON.parse(JSON.stringify(json))),
    )
    const changes = fc.array(fc.record({ entity: ids, field: fieldNames, before: value, after: value }), {
      maxLength: 4,
    })
    const action = fc.oneof(fc.constantFrom('talk/ask', 'core/promise', 'graph/transition', 'core/reveal'), fc.string())
    const args = fc.oneof(fc.record({ entity_id: value, topic: value, id: value }), value)
    const effects = fc.array(fc.record({ action, args, changes }), { maxLength: 3 })
    const receipt: fc.Arbitrary<Receipt> = fc.record({
      action,
      args,
      changes,
      effects,
      by: fc.constant('tool' as const),
      function: fc.oneof(fc.constantFrom(...gamebook.functions.map(({ name }) => name)), fc.string()),
      result: fc.constantFrom('applied', 'refused', 'failed'),
      guards: fc.constant([]),
    })
    fc.assert(
      fc.property(fc.array(receipt, { maxLength: 6 }), fc.nat(3000), (receipts, bytes) => {
        const entries = listJournalEntries(world, [{ messageId: 'm', receipts }])
        const { lines } = formatJournal(entries, bytes)
        expect(Buffer.byteLength(lines.join('\n'))).toBeLessThanOrEqual(bytes)
        expect(lines.join('\n').split('\n')).toEqual(lines.length === 0 ? [''] : lines)
      }),
      { numRuns: 60 },
    )
  })
})

function nameOf({ described }: { readonly described?: { readonly name: { kind: string; text?: string } } }): string {
  return described?.name.text ?? ''
}
