import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { describe, expect, it, vi } from 'vitest'

import { createStore } from '../store.ts'
import { findAccessibilityViolations } from '../testSupport/findAccessibilityViolations.ts'
import { hold } from '../testSupport/hold.ts'
import {
  builtin,
  builtinConfig,
  connectionTest,
  failedTest,
  mistral,
  modelConfig,
  ollama,
  openai,
} from '../testSupport/modelBuilders.ts'
import { renderPage } from '../testSupport/renderPage.tsx'
import { stubServer } from '../testSupport/stubServer.ts'
import { ModelConfigSelector } from './ModelConfigSelector.tsx'

const quill = modelConfig({ lastTest: connectionTest() })
const nib = modelConfig({ id: 'nib', name: 'Nib', modelName: 'nib-7b', lastTest: failedTest })
const llama = modelConfig({
  id: 'llama',
  name: 'By the window',
  provider: 'ollama',
  modelName: 'llama3.3',
  apiKey: { source: 'none' },
  local: true,
})
const breeze = modelConfig({ id: 'breeze', name: 'Breeze', provider: 'mistral', apiKey: { source: 'none' } })
const ALL = [builtinConfig, quill, llama, nib, breeze]

type Props = Parameters<typeof ModelConfigSelector>[0]

async function show(props: Partial<Props> = {}, configs = ALL) {
  stubServer((path) =>
    Response.json(
      path === '/api/providers'
        ? { data: [openai, mistral, ollama, builtin] }
        : { data: configs, count: configs.length, unsupported: [] },
    ),
  )
  const onChange = vi.fn<Props['onChange']>()
  const { container } = renderPage(
    <Provider store={createStore()}>
      <ModelConfigSelector value={null} onChange={onChange} {...props} />
    </Provider>,
    '/sessions/s1',
  )
  const combobox = await screen.findByRole('combobox')
  return { onChange, container, combobox, user: userEvent.setup() }
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent)
const marked = () => screen.getByRole('option', { selected: true })

describe('the narrator', () => {
  it('is named, with the mark of the provider', async () => {
    const { combobox, container } = await show({ value: 'quill' })
    expect(combobox).toHaveAccessibleName('Narrator')
    expect(combobox).toHaveValue('Quill')
    expect(container.querySelector('svg[aria-hidden]')).not.toBeNull()
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('is the first model if none was chosen', async () => {
    const { combobox } = await show()
    expect(combobox).toHaveValue('Built-in narrator · no AI')
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('is marked as the replacement of a deleted one', async () => {
    const { combobox } = await show({ value: 'builtin', isFallback: true })
    expect(combobox).toHaveAccessibleDescription('Replaces a deleted model')
    expect(screen.getByText('Replaces a deleted model')).toBeVisible()
  })

  it('is the first model if the chosen one is no longer in the list', async () => {
    const { combobox } = await show({ value: 'burnt' })
    expect(combobox).toHaveValue('Built-in narrator · no AI')
    expect(combobox).toHaveAccessibleDescription('Replaces a deleted model')
  })

  it('can be empty', async () => {
    const { combobox } = await show({ label: 'Retry with', placeholder: 'Choose a model' })
    expect(combobox).toHaveAccessibleName('Retry with')
    expect(combobox).toHaveValue('')
  })
})

describe('the list', () => {
  it('is grouped by provider, with badges as text', async () => {
    const { combobox, user, container } = await show({ value: 'quill' })
    await user.click(combobox)
    expect(combobox).toHaveAttribute('aria-expanded', 'true')
    expect(within(screen.getByRole('group', { name: 'OpenAI' })).getAllByRole('option')).toHaveLength(2)
    expect(options()).toEqual([
      'Built-in narrator · no AI',
      'Quillchosen · quill-large · test passed with a warning',
      'Nibnib-7b · test failed',
      'By the windowllama3.3 · runs locally',
      'Breezequill-large · no key',
    ])
    expect(marked()).toHaveTextContent('Quill')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it.each([
    ['breeze', 'Breeze'],
    ['ollama', 'By the window'],
    ['LLAMA3', 'By the window'],
    ['openai 7b', 'Nib'],
  ])('is searched for %j in names, providers and models', async (typed, found) => {
    const { combobox, user, onChange } = await show()
    await user.click(combobox)
    await user.keyboard(typed)
    expect(screen.getAllByRole('option')).toHaveLength(1)
    expect(marked()).toHaveTextContent(found)
    await user.keyboard('{Enter}')
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  it('says when nothing is found', async () => {
    const { combobox, user, container } = await show()
    await user.click(combobox)
    await user.keyboard('nobody')
    expect(screen.getByText('No matching models.')).toBeVisible()
    await user.keyboard('{Enter}')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('is navigated with the arrows, Home and End, and wraps around', async () => {
    const { combobox, user } = await show({ value: 'quill' })
    act(() => combobox.focus())
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.keyboard('{ArrowDown}')
    expect(marked()).toHaveTextContent('Quill')
    await user.keyboard('{ArrowDown}')
    expect(marked()).toHaveTextContent('Nib')
    expect(combobox).toHaveAttribute('aria-activedescendant', marked().id)
    await user.keyboard('{Home}')
    expect(marked()).toHaveTextContent('Built-in narrator')
    await user.keyboard('{ArrowUp}')
    expect(marked()).toHaveTextContent('Breeze')
    await user.keyboard('{ArrowDown}')
    expect(marked()).toHaveTextContent('Built-in narrator')
    await user.keyboard('{End}')
    expect(marked()).toHaveTextContent('Breeze')
    expect(combobox).toHaveFocus()
  })

  it('is closed by Escape, which clears the search', async () => {
    const { combobox, user, onChange } = await show({ value: 'quill' })
    const onEscape = vi.fn()
    window.addEventListener('keydown', onEscape)
    await user.click(combobox)
    await user.keyboard('n')
    onEscape.mockClear()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(combobox).toHaveValue('Quill')
    expect(combobox).toHaveFocus()
    expect(onChange).not.toHaveBeenCalled()
    expect(onEscape).not.toHaveBeenCalled()
    window.removeEventListener('keydown', onEscape)
  })

  it('is closed when the focus goes elsewhere', async () => {
    const { combobox, user } = await show()
    await user.click(combobox)
    await user.tab()
    expect(screen.getByRole('link', { name: 'Create new model' })).toHaveFocus()
    await user.tab()
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('leads to a new model and back', async () => {
    const { combobox, user } = await show()
    await user.click(combobox)
    expect(screen.getByRole('link', { name: 'Create new model' })).toHaveAttribute(
      'href',
      '/models/new?from=%2Fsessions%2Fs1',
    )
  })
})

describe('a switch', () => {
  it('is shown in progress until it is done', async () => {
    const switched = hold<undefined>()
    const { combobox, user, onChange, container } = await show({ value: 'quill' })
    onChange.mockReturnValue(switched.promise)
    await user.click(combobox)
    await user.click(screen.getByRole('option', { name: /Nib/ }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith('nib')
    expect(combobox).toHaveValue('Nib')
    expect(combobox).toHaveAttribute('aria-busy', 'true')
    expect(screen.getByRole('status')).toHaveTextContent('Switching…')
    expect(await findAccessibilityViolations(container)).toEqual([])
    await act(async () => switched.release(undefined))
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    expect(combobox).toHaveValue('Quill')
  })

  it('to the current model does nothing', async () => {
    const { combobox, user, onChange } = await show({ value: 'quill' })
    await user.click(combobox)
    await user.keyboard('{Enter}')
    expect(onChange).not.toHaveBeenCalled()
  })

  it('to the replacement makes it the chosen model', async () => {
    const { combobox, user, onChange } = await show({ value: 'builtin', isFallback: true })
    await user.click(combobox)
    await user.keyboard('{Enter}')
    expect(onChange).toHaveBeenCalledExactlyOnceWith('builtin')
  })
})

describe('without a list', () => {
  it('it leads to a new model if there is none', async () => {
    stubServer(() => Response.json({ data: [], count: 0, unsupported: [] }))
    const { container } = renderPage(
      <Provider store={createStore()}>
        <ModelConfigSelector value={null} onChange={() => undefined} />
      </Provider>,
    )
    expect(await screen.findByRole('link', { name: 'Create new model' })).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('it can be requested again after an error', async () => {
    let isBroken = true
    stubServer(() =>
      isBroken ? new Response(null, { status: 500 }) : Response.json({ data: ALL, count: 5, unsupported: [] }),
    )
    const { container } = renderPage(
      <Provider store={createStore()}>
        <ModelConfigSelector value={null} onChange={() => undefined} />
      </Provider>,
    )
    const again = await screen.findByRole('button', { name: 'Couldn’t load your models. Try again' })
    expect(await findAccessibilityViolations(container)).toEqual([])
    isBroken = false
    await userEvent.click(again)
    await waitFor(() => expect(screen.getByRole('combobox')).toBeVisible())
  })
})
