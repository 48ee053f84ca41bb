import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { addressPreview, modelConfig } from '../../../testSupport/modelBuilders.ts'
import {
  field,
  modelField,
  recordFormActions,
  showModelConfigForm,
  UNREACHABLE,
} from '../../../testSupport/showModelConfigForm.tsx'

const CANARY = 'sk-canary-0123456789'

describe('the model', () => {
  it('is suggested from the list of the provider, by keyboard', async () => {
    const { user, actions, container } = showModelConfigForm(modelConfig({ modelName: '' }))
    await user.click(modelField())
    await screen.findByText(/2 models/)
    expect(screen.getByRole('option', { name: /quill-large/ })).toHaveTextContent('128K tokens · $3 in, $15 out')
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(modelField()).toHaveValue('nib-7b')
    expect(modelField()).toHaveAttribute('aria-expanded', 'false')
    expect(actions.save).not.toHaveBeenCalled()
  })

  it('filters the list while typing, and accepts other names', async () => {
    const { user } = showModelConfigForm(modelConfig({ modelName: '' }))
    await user.type(modelField(), 'nib')
    await screen.findByText(/1 of 2 models/)
    await user.type(modelField(), 'ble-9')
    expect(screen.getByText(/Not in the list\. You can still use it\./)).toBeVisible()
    expect(modelField()).toHaveValue('nibble-9')
  })

  it('closes the list on Escape and keeps the input', async () => {
    const { user } = showModelConfigForm(modelConfig({ modelName: '' }))
    await user.type(modelField(), 'nib')
    await screen.findByRole('listbox')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(modelField()).toHaveValue('nib')
  })

  it('says why there is no list, and can still be typed', async () => {
    const actions = recordFormActions()
    actions.listModels.mockResolvedValue({ error: UNREACHABLE })
    const { user, container } = showModelConfigForm(modelConfig({ modelName: '' }), actions)
    await user.click(modelField())
    await screen.findByText(/Couldn’t load the model list\. Nothing answers there\. Is it running\?/)
    await user.type(modelField(), 'quill-9')
    expect(modelField()).toHaveValue('quill-9')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('requests no list while the key or the URL is missing', async () => {
    const { user, actions, container } = showModelConfigForm()
    await user.type(modelField(), 'quill')
    expect(screen.getByText(/Enter the URL and key to see its list\./)).toBeVisible()
    expect(modelField()).toHaveAttribute('aria-expanded', 'false')
    expect(actions.listModels).not.toHaveBeenCalled()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('requests the list once, and again for another key', async () => {
    const { user, actions } = showModelConfigForm(modelConfig())
    await user.click(modelField())
    await screen.findByRole('option', { name: /nib-7b/ })
    await user.keyboard('{Escape}')
    await user.click(modelField())
    expect(actions.listModels).toHaveBeenCalledTimes(1)
    await user.click(screen.getByRole('button', { name: 'Replace' }))
    await user.type(field('API key'), CANARY)
    await user.click(modelField())
    expect(actions.listModels).toHaveBeenCalledTimes(2)
    expect(actions.listModels.mock.lastCall?.[0]).toMatchObject({ apiKey: CANARY })
  })

  it('names a model that has no name', async () => {
    const { user } = showModelConfigForm()
    await user.type(modelField(), 'quill')
    expect(field('Name')).toHaveValue('quill')
    await user.clear(field('Name'))
    await user.type(field('Name'), 'My own')
    await user.type(modelField(), '-2')
    expect(field('Name')).toHaveValue('My own')
  })
})

describe('the address', () => {
  it('shows the request URL while typing, with notes and a hint', async () => {
    const actions = recordFormActions()
    actions.previewAddress.mockResolvedValue(
      addressPreview({
        chatUrl: 'http://localhost:1234/v1/chat/completions',
        notes: ['What stood behind the path was left out.'],
        hint: 'In a container this is the container itself.',
      }),
    )
    const { container } = showModelConfigForm(null, actions)
    fireEvent.change(field('Base URL'), { target: { value: 'localhost:1234' } })
    await screen.findByText('http://localhost:1234/v1/chat/completions')
    expect(screen.getByText('What stood behind the path was left out.')).toBeVisible()
    expect(screen.getByText('In a container this is the container itself.')).toBeVisible()
    expect(actions.previewAddress.mock.lastCall?.[0]).toMatchObject({ provider: 'openai', baseUrl: 'localhost:1234' })
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says why it is rejected', async () => {
    const actions = recordFormActions()
    actions.previewAddress.mockResolvedValue(addressPreview({ chatUrl: null, refusal: 'Only http and https.' }))
    showModelConfigForm(null, actions)
    await screen.findByText('Only http and https.')
  })
})
