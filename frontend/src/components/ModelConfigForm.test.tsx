import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { findAccessibilityViolations } from '../testSupport/findAccessibilityViolations.ts'
import { hold } from '../testSupport/hold.ts'
import { modelConfig } from '../testSupport/modelBuilders.ts'
import {
  field,
  fillForm,
  modelField,
  recordFormActions,
  saveButton,
  sentBody,
  showModelConfigForm,
  UNREACHABLE,
} from '../testSupport/showModelConfigForm.tsx'

const CANARY = 'sk-canary-0123456789'

describe('the provider', () => {
  it('is chosen from cards, and brings its own address', async () => {
    const { user, container } = showModelConfigForm()
    const cards = screen.getByRole('group', { name: 'Provider' })
    expect(within(cards).getAllByRole('radio')).toHaveLength(4)
    expect(field('Base URL')).toHaveValue('https://api.openai.com/v1')
    await user.click(within(cards).getByLabelText('Mistral'))
    expect(field('Base URL')).toHaveValue('https://api.mistral.ai/v1')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('keeps a URL that the reader has typed', async () => {
    const { user } = showModelConfigForm()
    await user.clear(field('Base URL'))
    await user.type(field('Base URL'), 'proxy.example')
    await user.click(screen.getByLabelText('Mistral'))
    expect(field('Base URL')).toHaveValue('proxy.example')
  })

  it('is a dropdown on a phone', async () => {
    const original = window.matchMedia
    window.matchMedia = (media) => Object.assign(original(media), { matches: false })
    const { user, container } = showModelConfigForm()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Provider' }), 'Ollama')
    expect(field('Base URL')).toHaveValue('http://127.0.0.1:11434/api')
    expect(await findAccessibilityViolations(container)).toEqual([])
    window.matchMedia = original
  })

  it('that is built in needs only a name', async () => {
    const { user, actions } = showModelConfigForm()
    await user.click(screen.getByLabelText('Built-in narrator'))
    expect(screen.queryByLabelText('Base URL')).toBeNull()
    expect(screen.queryByLabelText(/API key/)).toBeNull()
    await user.type(field('Name'), 'The author')
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({ name: 'The author', provider: 'builtin', modelName: 'builtin' })
  })
})

describe('bad input', () => {
  it.each([
    ['Name', { name: '   ' }, 'Enter a name.'],
    ['Name', { name: 'n'.repeat(256) }, 'Too long: 256 characters, the limit is 255.'],
    ['Model', { modelName: ' ' }, 'Enter the provider’s name for the model.'],
    ['Model', { modelName: 'm'.repeat(256) }, 'Too long: 256 characters, the limit is 255.'],
  ])('in %s is shown there: %j', async (label, values, told) => {
    const { user, actions, container } = showModelConfigForm()
    fillForm(values)
    await user.click(saveButton())
    expect(actions.save).not.toHaveBeenCalled()
    const control = label === 'Name' ? field('Name') : modelField()
    expect(control).toBeInvalid()
    expect(control).toHaveAccessibleDescription(expect.stringContaining(told))
    await waitFor(() => expect(control).toHaveFocus())
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('is rejected as an address', async () => {
    const { user, actions } = showModelConfigForm()
    await user.click(screen.getByLabelText('Ollama'))
    await user.clear(field('Base URL'))
    fillForm()
    await user.click(saveButton())
    expect(screen.getByText('Base URL is required for Ollama')).toBeVisible()
    expect(actions.save).not.toHaveBeenCalled()
  })

  it('that the server rejects is shown at its field, and all input is kept', async () => {
    const actions = recordFormActions()
    actions.save.mockResolvedValue({
      kind: 'refused',
      error: { code: 'invalid-input', detail: 'Some values are refused.', hint: 'See the fields.' },
      errors: { baseUrl: 'This address is refused.', apiKey: 'A key has no white space in it.' },
    })
    const { user, container } = showModelConfigForm(null, actions)
    fillForm()
    await user.type(field('API key'), CANARY)
    await user.click(saveButton())
    await screen.findByText('This address is refused.')
    expect(screen.getByText('A key has no white space in it.')).toBeVisible()
    expect(field('Name')).toHaveValue('Quill')
    expect(field('API key')).toHaveValue(CANARY)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.type(field('Base URL'), '/v1')
    expect(screen.queryByText('This address is refused.')).toBeNull()
  })

  it('without a field, or an unreachable server, is shown below and can be retried', async () => {
    const actions = recordFormActions()
    actions.save.mockResolvedValueOnce({ kind: 'refused', error: UNREACHABLE, errors: {} })
    const { user } = showModelConfigForm(null, actions)
    fillForm()
    await user.click(saveButton())
    await screen.findByText('Nothing answers there.')
    expect(field('Name')).toHaveValue('Quill')
    await user.type(field('Name'), '!')
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(saveButton())
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(actions.save).toHaveBeenCalledTimes(2)
  })
})

describe('saving', () => {
  it('is shown in progress, and happens once', async () => {
    const actions = recordFormActions()
    const saved = hold<{ kind: 'saved' }>()
    actions.save.mockReturnValue(saved.promise)
    const { user } = showModelConfigForm(null, actions)
    fillForm()
    await user.click(saveButton())
    await user.click(screen.getByRole('button', { name: 'Saving…' }))
    expect(actions.save).toHaveBeenCalledTimes(1)
    await act(async () => saved.release({ kind: 'saved' }))
    expect(saveButton()).toBeVisible()
  })

  it('sends the server the version that was read', async () => {
    const { user, actions } = showModelConfigForm(modelConfig())
    await user.click(saveButton())
    expect(actions.save).toHaveBeenCalledWith({
      kind: 'update',
      id: 'quill',
      body: expect.objectContaining({ updatedAt: '2026-03-01T20:00:00.000Z' }),
    })
  })
})
