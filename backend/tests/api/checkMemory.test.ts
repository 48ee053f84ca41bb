import { expect, it } from 'vitest'

import { runCheck } from '../../src/gamebooks/checks/runCheck.ts'

it('tries with fewer states after a lack of memory, and leaves all questions open if that is too much, too', async () => {
  const report = await runCheck({
    text: hungry(),
    limits: { maxStates: 1_000_000, maxMilliseconds: 600_000 },
    maxMemoryMb: 48,
    onProgress: () => {},
    signal: new AbortController().signal,
    isBackground: false,
  })
  expect(report.summary).toMatchObject({ decided: 0, states: 0 })
  expect(report.summary?.open.length).toBeGreaterThan(10)
  expect(report.summary?.open.every(({ reasons: [reason] }) => reason.kind === 'memory')).toBe(true)
  expect(report.explored?.endings.map(({ status }) => status.kind)).toEqual(['not-known'])
}, 300_000)

/** Numbers that are added to one another: too many values for a small memory. */
function hungry(): string {
  const numbers = Array.from({ length: 60 }, (_, index) => `n${index}`)
  return `title: Sums
entity_types:
  - name: World
    traits: [{ name: graph, node_type_id: Place }]
    entities: [{ id: world, node_ids: [start, end] }]
  - name: Place
    traits: [described, graph_node]
    entities:
      - { id: start, name: Start, description: It begins. }
      - { id: end, name: End, description: It ends., ending: true }
  - name: Sums
    fields: { ${numbers.map((name, index) => `${name}: { type: integer, default: ${index} }`).join(', ')} }
    entities:
      - id: sums
        functions:
          - name: finish
            enabled: sums.n0 == 777
            effects: [{ graph/transition: { entity_id: world, to: end } }]
${numbers
  .map(
    (name, index) =>
      `          - { name: add_${name}, effects: [{ state/add: { field: ${name}, amount: =sums.n${(index + 1) % 60} } }] }`,
  )
  .join('\n')}
`
}
