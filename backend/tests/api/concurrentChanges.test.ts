import { expect, it } from 'vitest'

import { openTestApp } from '../support/testApp.ts'
import { problemIn } from '../support/problem.ts'

it('lets several requests change and delete one gamebook at the same time', async () => {
  const test = await openTestApp()
  for (let round = 0; round < 5; round += 1) {
    const { id } = (await test.send('POST', '/gamebooks', { title: 'Mine' })).json()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => [
        test.send('PUT', `/gamebooks/${id}/source`, { yaml: 'title: T\n' }),
        test.send('POST', '/gamebooks', { title: 'Mine' }),
        test.send('POST', `/gamebooks/${id}/fork`),
        test.send('DELETE', `/gamebooks/${id}`),
      ]).flat(),
    )
    const failed = answers.filter(({ statusCode }) => statusCode >= 400)
    expect(new Set(failed.map((answer) => problemIn(answer).code))).toEqual(new Set(['gamebook-not-found']))
  }
})
