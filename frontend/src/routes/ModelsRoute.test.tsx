import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { describe, expect, it } from 'vitest'

import { createStore } from '../store.ts'
import { builtin, modelConfig, openai } from '../testSupport/modelBuilders.ts'
import { renderPage } from '../testSupport/renderPage.tsx'
import { stubServer } from '../testSupport/stubServer.ts'
import { ModelsRoute } from './ModelsRoute.tsx'

const FULL = { code: 'disk-full', detail: 'The server’s disk is full.', hint: 'Free some space.' }

async function open() {
  const server = { isFull: true }
  const requests = stubServer((path) => {
    if (path === '/api/providers') return Response.json({ data: [openai, builtin] })
    if (path === '/api/model-configs/') return Response.json({ data: [modelConfig()], count: 1, unsupported: [] })
    return server.isFull ? Response.json(FULL, { status: 507 }) : Response.json(modelConfig({ id: 'copy' }))
  })
  renderPage(
    <Provider store={createStore()}>
      <ModelsRoute />
    </Provider>,
  )
  await screen.findByRole('button', { name: 'Duplicate' })
  const duplications = () => requests.filter((request) => request.endsWith('/duplicate'))
  return { server, duplications, user: userEvent.setup() }
}

describe('the list of models', () => {
  it('shows the error of the last action only', async () => {
    const { server, user } = await open()
    await user.upload(screen.getByLabelText('Import'), new File(['{}'], 'models.json', { type: 'application/json' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The server’s disk is full.')
    server.isFull = false
    await user.click(screen.getByRole('button', { name: 'Duplicate' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('duplicates a model once by a double click', async () => {
    const { duplications } = await open()
    const button = screen.getByRole('button', { name: 'Duplicate' })
    await act(async () => {
      button.click()
      button.click()
    })
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(duplications()).toHaveLength(1)
  })
})
