import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe } from 'vitest'

import type { Server } from './support/startServer.ts'
import { expect, test } from './support/test.ts'

describe('a gamebook with errors', () => {
  test('is listed with them beside the others', async ({ player, server }) => {
    await writeGamebook(server, 'half', [
      'title: Half a Book',
      'entity_types:',
      '  - name: Place',
      '    traits: [described, graph_node]',
      '    entities:',
      '      - name: Attic',
      '        edges: [cellar]',
    ])
    await player.openLibrary()
    for (const title of ['The Library at Low Water', 'The Thirteenth Cup', 'Half a Book']) {
      await player.page.getByRole('heading', { name: title }).waitFor()
    }

    await player.openGamebook('Half a Book')
    await player.page.getByText('This gamebook has errors. Fix them in its file before you play.').waitFor()
    await player.page.getByText('llm-gamebook.yaml, line 7, column', { exact: false }).waitFor()
    expect(await player.page.getByRole('main').textContent()).toContain('cellar')
    expect(await player.button('Start').count()).toBe(0)
  })

  test.for([
    ['no YAML', 'title: "Broken\nentity_types: [', /line \d+, column \d+/],
    ['nothing at all', '', /line 1, column 1/],
    ['a list of nothing but aliases', `a: &a [x, x]\n${aliasBomb()}`, /line \d+, column \d+/],
    ['five million characters', `title: Long\n# ${'x'.repeat(5_000_000)}`, /llm-gamebook\.yaml/],
  ] as const)('is listed even when it is %s', async ([, source, position], { player, server }) => {
    await writeGamebook(server, 'broken', [source])
    await player.openLibrary()
    await player.page.getByRole('heading', { name: 'The Thirteenth Cup' }).waitFor()
    await player.page.goto('/gamebooks/mine/broken')
    await player.page.getByText('This gamebook has errors. Fix them in its file before you play.').waitFor()
    await player.page.getByText(position).first().waitFor()
  })

  test('only in its images can be played, with a drawn cover', async ({ player, server }) => {
    await writeGamebook(server, 'bare', ['image: lost.png', ...PLAYABLE])
    await player.startStory('A Bare Room')
    await player.page.goto('/gamebooks/mine/bare')
    await player.page.getByText('1 problem in this gamebook').click()
    await player.page.getByText('The image "lost.png" does not exist.').waitFor()
    expect(await player.page.getByRole('main').locator('img').count()).toBe(0)
  })

  test("can't show an image from outside its folder", async ({ player, server }) => {
    const folder = await writeGamebook(server, 'curious', ['image: cover.png', ...PLAYABLE])
    await symlink(join(server.dataFolder, 'llm-gamebook.sqlite'), join(folder, 'cover.png'))
    await player.openGamebook('A Bare Room')
    await player.page.getByText(`The image "cover.png" is outside the gamebook's folder.`).waitFor()
    const { status } = await fetch(`${server.address}/api/gamebooks/mine/curious/image`)
    expect(status).toBe(404)
  })
})

const PLAYABLE = [
  'title: A Bare Room',
  'entity_types:',
  '  - name: Places',
  '    traits: [{name: graph, node_type_id: Place}]',
  '    entities: [{id: house, name: The house, node_ids: [room, garden]}]',
  '  - name: Place',
  '    traits: [described, graph_node]',
  '    entities:',
  '      - {name: Room, description: A room with a door to the garden., edges: [garden]}',
  '      - {name: Garden, description: A garden., ending: {title: Out, kind: good}}',
]

async function writeGamebook({ dataFolder }: Server, name: string, lines: readonly string[]): Promise<string> {
  const folder = join(dataFolder, 'gamebooks', 'mine', name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'llm-gamebook.yaml'), lines.join('\n'))
  return folder
}

/** Each line is nine of the line above. */
function aliasBomb(): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  return names
    .slice(1)
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${names[index] ?? ''}`)
          .join(', ')}]`,
    )
    .join('\n')
}
