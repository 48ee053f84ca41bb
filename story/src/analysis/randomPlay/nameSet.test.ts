import { expect, it } from 'vitest'
import { NameSet } from './nameSet.ts'

it('has each name once, in the order in which they were added', () => {
  const set = new NameSet()
  set.add('house', 'cellar')
  set.add('house', 'hall', 'cellar')
  set.add('house', 'cellar')
  set.add('garden', 'hall', 'cellar')
  set.add('house', 'hall', 'attic')
  set.add('house', 'hall', 'cellar')
  expect([...set.names]).toEqual(['house cellar', 'house hall cellar', 'garden hall cellar', 'house hall attic'])
})
