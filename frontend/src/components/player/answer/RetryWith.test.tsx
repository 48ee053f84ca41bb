import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { expect, it, vi } from 'vitest'

import { createStore } from '../../../store.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { builtinConfig, modelConfig, openai } from '../../../testSupport/modelBuilders.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { stubServer } from '../../../testSupport/stubServer.ts'
import { RetryWith } from './RetryWith.tsx'

async function open() {
  stubServer((path) =>
    Response.json({ data: path === '/api/providers' ? [openai] : [builtinConfig, modelConfig()], unsupported: [] }),
  )
  const onRetry = vi.fn<(modelConfigId: string) => void>()
  const { container } = renderPage(
    <Provider store={createStore()}>
      <RetryWith onRetry={onRetry} />
    </Provider>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Retry with…' }))
  const combobox = await screen.findByRole('combobox', { name: 'Retry with' })
  return { onRetry, container, combobox, user }
}

it('retries a turn with the chosen model', async () => {
  const { onRetry, container, combobox, user } = await open()
  expect(combobox).toHaveFocus()
  expect(await findAccessibilityViolations(container)).toEqual([])
  await user.keyboard('{ArrowDown}')
  await user.click(await screen.findByRole('option', { name: /Quill/ }))
  expect(onRetry).toHaveBeenCalledExactlyOnceWith('quill')
  expect(screen.getByRole('button', { name: 'Retry with…' })).toBeVisible()
})

it('closes with Escape: first the list, then the selector, with the focus back on the button', async () => {
  const { onRetry, user } = await open()
  await user.keyboard('{ArrowDown}')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  await user.keyboard('{Escape}')
  const button = await screen.findByRole('button', { name: 'Retry with…' })
  await vi.waitFor(() => expect(button).toHaveFocus())
  expect(onRetry).not.toHaveBeenCalled()
})
