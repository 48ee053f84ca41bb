import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { hold } from '../../../testSupport/hold.ts'
import { builtin, builtinConfig, failedTest, mistral, modelConfig, openai } from '../../../testSupport/modelBuilders.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import type { ModelListActions } from './modelListActions.ts'
import { ModelsPage } from './ModelsPage.tsx'

const quill = modelConfig({ sessionCount: 1, lastTest: failedTest })
const breeze = modelConfig({ id: 'breeze', name: 'Breeze', provider: 'mistral', apiKey: { source: 'none' } })

type Props = Parameters<typeof ModelsPage>[0]

function show(change: Partial<Props> = {}, configs = [builtinConfig, quill, breeze]) {
  const actions = {
    order: vi.fn<ModelListActions['order']>(),
    duplicate: vi.fn<ModelListActions['duplicate']>(),
    test: vi.fn<ModelListActions['test']>(() => Promise.resolve(null)),
    remove: vi.fn<ModelListActions['remove']>(() => Promise.resolve(null)),
  } satisfies ModelListActions
  const onAddBuiltin = vi.fn<Props['onAddBuiltin']>()
  const onImport = vi.fn<Props['onImport']>()
  const { container } = renderPage(
    <ModelsPage
      costs={new Map()}
      list={{ data: configs, count: configs.length, unsupported: [] }}
      providers={[openai, mistral, builtin]}
      actions={actions}
      onAddBuiltin={onAddBuiltin}
      exportHref="/api/model-configs/export"
      onImport={onImport}
      imported={null}
      error={null}
      {...change}
    />,
  )
  return { actions, onAddBuiltin, onImport, container, user: userEvent.setup() }
}

const rows = () => within(screen.getByRole('list', { name: 'Models' })).getAllByRole('listitem')
const row = (name: string) => {
  const found = rows().find((item) => within(item).queryByRole('heading', { name }) !== null)
  if (found === undefined) throw new Error(`There is no row of ${name}.`)
  return found
}

describe('a row', () => {
  it('shows provider, model, key status and the age of the last test', async () => {
    const { container } = show()
    expect(row('Quill')).toHaveTextContent('OpenAI · quill-large')
    expect(row('Quill')).toHaveTextContent(/API key ending in 6789.*Test failed .* ago/)
    expect(row('Breeze')).toHaveTextContent(/No API key.*Not tested/)
    expect(row('Built-in narrator')).toHaveTextContent('The author’s own words, no AI')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('opens the results of the last test', async () => {
    const { user } = show()
    await user.click(within(row('Quill')).getByText(/Test failed/))
    expect(within(row('Quill')).getByText(/HTTP 401/)).toBeVisible()
    expect(within(row('Quill')).getByText("Enter this model's API key again.")).toBeVisible()
  })

  it('is tested, with its progress and errors', async () => {
    const { actions, user } = show()
    const tested = hold<{ code: string; detail: string; hint: string }>()
    actions.test.mockReturnValue(tested.promise)
    await user.click(within(row('Breeze')).getByRole('button', { name: 'Test connection' }))
    await user.click(within(row('Breeze')).getByRole('button', { name: 'Test connection' }))
    expect(row('Breeze')).toHaveTextContent('Testing…')
    expect(actions.test).toHaveBeenCalledExactlyOnceWith('breeze')
    tested.release({ code: 'unreadable-key', detail: 'The key cannot be read.', hint: 'Enter it again.' })
    expect(await screen.findByRole('alert')).toHaveTextContent('The key cannot be read.')
  })

  it('is duplicated', async () => {
    const { actions, user } = show()
    await user.click(within(row('Quill')).getByRole('button', { name: 'Duplicate' }))
    expect(actions.duplicate).toHaveBeenCalledExactlyOnceWith('quill')
  })

  it('is deleted after a confirmation, or kept with the focus unchanged', async () => {
    const { actions, user, container } = show()
    await user.click(within(row('Quill')).getByRole('button', { name: 'Delete' }))
    expect(row('Quill')).toHaveTextContent(
      'Delete the model “Quill”? 1 session will use “Built-in narrator” instead. Its stored API key is deleted too.',
    )
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Keep it' }))
    await waitFor(() => expect(within(row('Quill')).getByRole('button', { name: 'Delete' })).toHaveFocus())
    expect(actions.remove).not.toHaveBeenCalled()
    await user.keyboard('{Enter}')
    await user.click(within(row('Quill')).getByRole('button', { name: 'Delete' }))
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('quill')
  })

  it('that is the last one says what happens to its sessions', async () => {
    const { user } = show({}, [modelConfig({ sessionCount: 2 })])
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(row('Quill')).toHaveTextContent('2 sessions stay readable and can continue once you add another model.')
  })
})

describe('the order', () => {
  it('is changed with buttons, which keep the focus, and is announced', async () => {
    const { actions, user } = show()
    await user.click(screen.getByRole('button', { name: 'Move Breeze up' }))
    expect(actions.order).toHaveBeenCalledExactlyOnceWith(['builtin', 'breeze', 'quill'])
    expect(screen.getByText('Moved “Breeze” to position 2 of 3.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Move Breeze up' })).toHaveFocus()
  })

  it('is changed with the arrow keys and Alt, from anywhere in a row', () => {
    const { actions } = show()
    fireEvent.keyDown(within(row('Quill')).getByRole('link', { name: 'Edit' }), { key: 'ArrowDown', altKey: true })
    expect(actions.order).toHaveBeenCalledExactlyOnceWith(['builtin', 'breeze', 'quill'])
  })

  it('ends at the first and the last row', async () => {
    const { actions, user } = show()
    expect(screen.getByRole('button', { name: 'Move Built-in narrator up' })).toHaveAttribute('aria-disabled', 'true')
    await user.click(screen.getByRole('button', { name: 'Move Built-in narrator up' }))
    await user.click(screen.getByRole('button', { name: 'Move Breeze down' }))
    expect(actions.order).not.toHaveBeenCalled()
  })
})

describe('without a model', () => {
  it('offers to play with the built-in narrator or to add one', async () => {
    const { container } = show({}, [builtinConfig])
    expect(screen.getByRole('heading', { name: 'Play without a model: the built-in narrator' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Browse gamebooks' })).toHaveAttribute('href', '/')
    expect(screen.getByRole('link', { name: 'Create new model' })).toHaveAttribute('href', '/models/new')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('restores the deleted built-in narrator', async () => {
    const { onAddBuiltin, user } = show({}, [])
    await user.click(screen.getByRole('button', { name: 'Restore it' }))
    expect(onAddBuiltin).toHaveBeenCalledTimes(1)
  })
})

describe('a file', () => {
  it('is exported without keys, and imported', async () => {
    const { onImport, user } = show()
    expect(screen.getByRole('link', { name: 'Export' })).toHaveAttribute('href', '/api/model-configs/export')
    await user.upload(
      screen.getByLabelText('Import'),
      new File(['{"a":1}'], 'models.json', { type: 'application/json' }),
    )
    await waitFor(() => expect(onImport).toHaveBeenCalledExactlyOnceWith('{"a":1}'))
  })

  it('is reported entry by entry', async () => {
    const { container } = show({
      imported: {
        created: [modelConfig({ id: 'new', name: 'Newcomer' })],
        refused: [
          { index: 0, name: 'Old', reason: 'There is already one that is the same.', errors: {} },
          { index: 2, name: null, reason: 'Some of its fields are refused.', errors: { provider: 'Not supported' } },
        ],
      },
    })
    const report = screen.getByText(/Added:/).parentElement
    expect(report).toHaveTextContent('Added: Newcomer. API keys are never exported: enter them where needed.')
    expect(report).toHaveTextContent('Not imported: “Old”. There is already one that is the same.')
    expect(report).toHaveTextContent('Not imported: entry 3. Some of its fields are refused. provider: Not supported')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('that is rejected entirely says why', () => {
    show({ error: { code: 'invalid-input', detail: 'This is no file of model configs.', hint: 'Choose another.' } })
    expect(screen.getByRole('alert')).toHaveTextContent('This is no file of model configs.')
  })
})

describe('a model with a saved setting that is wrong', () => {
  it('says what is wrong', () => {
    const problems = { baseUrl: 'This address is blocked.', apiKey: 'Can’t be decrypted.' }
    const list = { data: [{ ...quill, problems }], count: 1, unsupported: [] }
    show({ list })
    expect(screen.getByText('Needs a change: This address is blocked.')).toBeVisible()
  })
})

describe('models of a newer version', () => {
  it('are kept, marked as unsupported, and can be deleted', async () => {
    const { actions, user, container } = show({
      list: { data: [quill], count: 1, unsupported: [{ id: 'future', name: 'Tomorrow', provider: 'hologram' }] },
    })
    expect(screen.getByText(/Tomorrow \(hologram\)/)).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Delete Tomorrow' }))
    await user.click(within(screen.getByRole('group', { name: 'Delete Tomorrow?' })).getByText('Delete'))
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('future')
  })
})
