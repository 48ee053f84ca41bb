import { describe, expect, it } from 'vitest'
import { buildGamebook } from '../../format/buildGamebook.ts'
import { dependenciesOf, findComputedCycles } from './dependencies.ts'
import { parseExpression } from '../parse/parse.ts'

describe('the dependencies of an expression', () => {
  it('are the first properties of its paths', () => {
    const source = "not a.x + max(b.y, 1) in [c.z] or visited(map, d.w.name) and -e.v == 'f.u'"
    expect(dependenciesOf(parseExpression(source)).map((one) => [one.entityId, one.field, one.offset])).toEqual([
      ['a', 'x', 4],
      ['b', 'y', 14],
      ['c', 'z', 26],
      ['d', 'w', 47],
      ['e', 'v', 62],
    ])
  })
})

describe('the dependencies of a conditional', () => {
  it('are those of all values and conditions', () => {
    const source = 'a.x if b.y else visits(map, c.z) if discussed(smith, d.w) else e.v'
    expect(dependenciesOf(parseExpression(source)).map((one) => [one.entityId, one.field, one.offset])).toEqual([
      ['a', 'x', 0],
      ['b', 'y', 7],
      ['c', 'z', 28],
      ['d', 'w', 53],
      ['e', 'v', 63],
    ])
  })
})

describe('a cycle of computed fields', () => {
  it.each([
    ['itself', '- {id: a, x: "=a.x + 1"}', ['a.x → a.x']],
    ['another field', '- {id: a, x: "=1 + b.y"}\n- {id: b, y: "=a.x"}', ['a.x → b.y → a.x']],
    ['a conditional', '- {id: a, x: "=1 if true else b.y"}\n- {id: b, y: "=2 if a.x else 3"}', ['a.x → b.y → a.x']],
    ['a condition', '- {id: a, x: "=b.enabled"}\n- {id: b, enabled: [true, "not a.x"]}', ['a.x → b.enabled → a.x']],
    ['a placeholder', '- {id: a, name: "The {{ b.x }}"}\n- {id: b, x: "=a.name"}', ['a.name → b.x → a.name']],
    [
      'a dynamic text',
      '- {id: a, description: "=a.name", name: "=a.description"}',
      ['a.name → a.description → a.name'],
    ],
  ])('is found through %s', (_, entities, paths) => {
    expect(cyclePathsOf(entities)).toEqual(paths)
  })

  it('begins with its first field in the order of the file', () => {
    const entities = '- {id: start, x: "=c.x"}\n- {id: a, x: "=b.x"}\n- {id: b, x: "=c.x"}\n- {id: c, x: "=a.x"}'
    expect(cyclePathsOf(entities)).toEqual(['a.x → b.x → c.x → a.x'])
  })

  it('says where it starts', () => {
    const [cycle] = cyclesOf('- {id: a, x: "=1 + b.y"}\n- {id: b, y: "=a.x"}')
    expect(cycle).toMatchObject({ entityId: 'a', field: 'x', expression: { source: '=1 + b.y' }, offset: 5 })
  })

  it('is found once each', () => {
    expect(cyclePathsOf('- {id: a, x: "=a.y", y: "=a.x or a.z", z: "=a.y"}\n- {id: b, x: "=b.x and a.x"}')).toEqual([
      'a.x → a.y → a.x',
      'a.y → a.z → a.y',
      'b.x → b.x',
    ])
  })

  it('is not found if fields only share dependencies', () => {
    expect(cyclePathsOf('- {id: a, x: "=a.z", y: "=a.x + a.z", z: "=b.w.x"}\n- {id: b, w: 1}')).toEqual([])
  })
})

function cyclePathsOf(entities: string): readonly string[] {
  return cyclesOf(entities).map(({ path }) => path)
}

/** Every entity is described. */
function cyclesOf(entities: string) {
  const described = entities
    .replaceAll('{id: ', '{<<: *d, id: ')
    .replace('{<<: *d', '{<<: &d {name: N, description: D}')
  const yaml = `title: Test\nentity_types:\n- name: Thing\n  traits: [described]\n  entities:\n${indent(described)}\n`
  const { model } = buildGamebook(yaml, 'test.yaml')
  if (model === null) throw new Error(`cannot read ${yaml}`)
  return findComputedCycles(model)
}

function indent(lines: string): string {
  return lines.replaceAll(/^/gm, '  ')
}
