import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { describe, expect, it } from 'vitest'

import { createStore } from '../../store.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { builtinConfig, failedTest, modelConfig } from '../../testSupport/modelBuilders.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { stubServer } from '../../testSupport/stubServer.ts'
import type { ModelConfig } from '../../types/api.ts'
import { Navbar } from './Navbar.tsx'

const quill = modelConfig({ sessionCount: 3 })
const broken = modelConfig({ id: 'broken', name: 'Broken', lastTest: failedTest })
const sealed = modelConfig({ id: 'sealed', name: 'Sealed', apiKey: { source: 'unreadable' } })

async function show(configs: readonly ModelConfig[], respond?: (path: string) => Response | null) {
  const requests = stubServer(
    (path) =>
      respond?.(path) ??
      Response.json(path.startsWith('/api/model-configs/') ? { data: configs, unsupported: [] } : { data: [] }),
  )
  const { container } = renderPage(
    <Provider store={createStore()}>
      <Navbar />
    </Provider>,
  )
  const models = await screen.findByRole('region', { name: 'Models' })
  return { container, models, requests, user: userEvent.setup() }
}

describe('the models in the navbar', () => {
  it('are listed with their status, and lead to their pages', async () => {
    const { container, models } = await show([builtinConfig, quill, broken, sealed])
    const links = within(models).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      [' Models', '/models'],
      ['Built-in narratorNo AI, no key needed', '/models/builtin'],
      ['QuillHas a key, not tested', '/models/quill'],
      [expect.stringMatching(/^BrokenTest failed .* ago$/), '/models/broken'],
      ['SealedAPI key can’t be read: enter it again', '/models/sealed'],
      [' Create new model', '/models/new'],
    ])
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('invite to create one while there is only the built-in narrator', async () => {
    const { container, models } = await show([builtinConfig])
    expect(models).toHaveTextContent('The built-in narrator is ready to play. Or add a model of your choice.')
    expect(within(models).getByRole('link', { name: 'Create new model' })).toHaveAttribute('href', '/models/new')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('invite to create one if there is no model', async () => {
    const { models } = await show([])
    expect(models).toHaveTextContent('You have no narrator yet.')
    expect(within(models).getByRole('link', { name: 'Create new model' })).toBeVisible()
  })

  it('are shortened if there are many', async () => {
    const many = Array.from({ length: 12 }, (_, index) => modelConfig({ id: `m${index}`, name: `Model ${index}` }))
    const { models } = await show(many)
    expect(within(models).getByRole('link', { name: 'All 12 models' })).toHaveAttribute('href', '/models')
  })

  it('are deleted after a confirmation that names the loss', async () => {
    const { container, requests, user } = await show([builtinConfig, quill])
    await user.click(screen.getByRole('button', { name: 'Actions for Quill' }))
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    const question = screen.getByRole('group', { name: 'Delete Quill?' })
    expect(question).toHaveFocus()
    expect(question).toHaveTextContent(
      'Delete the model “Quill”? 3 sessions will use “Built-in narrator” instead. Its stored API key is deleted too.',
    )
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(within(question).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(requests).toContain('DELETE /api/model-configs/quill'))
  })

  it('are kept if the player cancels', async () => {
    const { requests, user } = await show([builtinConfig, quill])
    await user.click(screen.getByRole('button', { name: 'Actions for Quill' }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await user.click(screen.getByRole('button', { name: 'Keep it' }))
    expect(screen.queryByRole('group', { name: 'Delete Quill?' })).toBeNull()
    expect(requests.some((request) => request.startsWith('DELETE'))).toBe(false)
  })

  it('say why one could not be deleted', async () => {
    const refusal = { code: 'storage-full', detail: 'The disk is full.', hint: 'Make room.' }
    const { user } = await show([builtinConfig, quill], (path) =>
      path === '/api/model-configs/quill' ? Response.json(refusal, { status: 507 }) : null,
    )
    await user.click(screen.getByRole('button', { name: 'Actions for Quill' }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.')
  })

  it('are duplicated', async () => {
    const { requests, user } = await show([quill], (path) =>
      path.endsWith('/duplicate') ? Response.json(modelConfig({ id: 'copy' })) : null,
    )
    await user.click(screen.getByRole('button', { name: 'Actions for Quill' }))
    await user.click(screen.getByRole('button', { name: 'Duplicate' }))
    await waitFor(() => expect(requests).toContain('POST /api/model-configs/quill/duplicate'))
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Actions for Quill' })).toBeNull())
  })
})
