import { expect, it } from 'vitest'

import { triggersInLoop } from './triggersInLoop.ts'

/** Rounds of one or more triggers, each a letter: 16 that are performed, and one that is not. */
function loopIn(rounds: string): string {
  const due = rounds.split(' ').map((round) => Array.from(round))
  expect(due).toHaveLength(17)
  return [...triggersInLoop(due)].toSorted().join('')
}

it.each([
  ['two triggers in turn', 'a b a b a b a b a b a b a b a b a', 'ab'],
  ['three, two of them in the same round', 'a bc a bc a bc a bc a bc a bc a bc a bc a', 'abc'],
  ['one that starts over', 'a a a a a a a a a a a a a a a a a', 'a'],
  ['two loops at once', 'ac bd ac bd ac bd ac bd ac bd ac bd ac bd ac bd ac', 'abcd'],
  ['two that take turns within a loop', 'a b a c a b a c a b a c a b a c a', 'abc'],
  ['a loop of twelve', 'a b c d e f g h i j k l a b c d e', 'abcdefghijkl'],
])('names all triggers of a loop: %s', (_, rounds, expected) => {
  expect(loopIn(rounds)).toBe(expected)
})

it.each([
  ['what leads into it', 'x y a b a b a b a b a b a b a b a', 'ab'],
  ['what fires once beside it', 'a b a b a b a b ax b a b a b a b a', 'ab'],
  ['what fires at its end', 'a b a b a b a b a b a b a b a b ax', 'ab'],
  ['what leads into a long one', 'x y a b c d e f g h i j k l a b c', 'abcdefghijkl'],
])('leaves out %s', (_, rounds, expected) => {
  expect(loopIn(rounds)).toBe(expected)
})

it('names a whole chain that is no loop', () => {
  expect(loopIn('a b c d e f g h i j k l m n o p q')).toBe('abcdefghijklmnopq')
})
