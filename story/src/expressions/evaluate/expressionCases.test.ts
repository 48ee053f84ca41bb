import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Json } from '../../json.ts'
import type { World } from '../../state/world.ts'
import { buildWorld } from '../../testSupport/buildWorld.ts'
import json from '../../testSupport/expressionCases.json' with { type: 'json' }
import { worldOfFields } from '../../testSupport/freeFields.ts'
import { evaluate, holds } from './evaluate.ts'
import { ExpressionError } from '../expressionError.ts'
import { parseExpression } from '../parse/parse.ts'
import { parseCondition } from '../parse/parseCondition.ts'
import { parseText } from '../parse/parseText.ts'
import { renderText } from './renderText.ts'

const Cases = z.array(
  z.strictObject({
    id: z.string(),
    expr: z.json(),
    mode: z.enum(['condition', 'value', 'text']),
    state: z.record(z.string(), z.record(z.string(), z.json())),
    visited: z.record(z.string(), z.array(z.string())).optional(),
    visits: z.record(z.string(), z.record(z.string(), z.int())).optional(),
    discussed: z.record(z.string(), z.array(z.string())).optional(),
    entity_types: z.json().optional(),
    expect: z.json().optional(),
    error: z.string().optional(),
    /** The offset of the error in the expression. */
    offset: z.int().optional(),
    note: z.string().optional(),
  }),
)
type Case = z.infer<typeof Cases>[number]

describe('the case', () => {
  it.each(Cases.parse(json))('$id: $expr', (oneCase) => {
    expect(outcomeOf(oneCase)).toEqual(
      oneCase.error === undefined
        ? { expect: oneCase.expect }
        : { error: oneCase.error, ...(oneCase.offset !== undefined && { offset: oneCase.offset }) },
    )
  })
})

function outcomeOf(oneCase: Case): { expect: unknown } | { error: string; offset?: number } {
  const world = worldOfCase(oneCase)
  if (world === null) return { error: 'load' }
  try {
    return { expect: read(oneCase.mode, oneCase.expr, world) }
  } catch (error) {
    if (error instanceof ExpressionError) {
      return { error: error.code, ...(oneCase.offset !== undefined && { offset: error.offset }) }
    }
    throw error
  }
}

/** Null where the gamebook has errors. */
function worldOfCase({ entity_types, state, visited = {}, visits = {}, discussed = {} }: Case): World | null {
  if (entity_types === undefined) return worldOfFields(state)
  const yaml = JSON.stringify({ title: 'Test', entity_types })
  const { world, errors } = buildWorld(yaml, { entities: state, visited, visits, discussed })
  return errors.length > 0 ? null : world
}

function read(mode: Case['mode'], source: Json, world: World): unknown {
  if (mode === 'condition') return holds(parseCondition(source), world)
  const text = z.string().parse(source)
  if (mode === 'text') return renderText(parseText(text, { allowComputed: true }), world)
  return evaluate(parseExpression(text), world)
}
