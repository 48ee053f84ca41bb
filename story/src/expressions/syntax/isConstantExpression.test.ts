import { expect, it } from 'vitest'

import { parseExpression } from '../parse/parse.ts'
import { isConstantExpression } from './isConstantExpression.ts'

it.each<[string, boolean]>([
  ["'a' if true else 'b'", true],
  ['[1, not 2 == 3] and -4', true],
  ["'a' if a.b else 'b'", false],
  ["a.b if true else 'b'", false],
  ["visits(map, 'a') > 0", false],
  ["visited(map, 'a')", false],
  ["discussed(smith, 'a')", false],
  ['count([]) == 0', false],
])('%s has a value that never changes: %s', (source, isConstant) => {
  expect(isConstantExpression(parseExpression(source).root)).toBe(isConstant)
})
