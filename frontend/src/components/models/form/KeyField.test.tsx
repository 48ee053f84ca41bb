import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { addressPreview, modelConfig } from '../../../testSupport/modelBuilders.ts'
import {
  field,
  fillForm,
  recordFormActions,
  saveButton,
  sentBody,
  showModelConfigForm,
} from '../../../testSupport/showModelConfigForm.tsx'

const CANARY = 'sk-canary-0123456789'

describe('a new key', () => {
  it("is masked, ignored by password managers, and not in the page's source", async () => {
    const { user, container, actions } = showModelConfigForm()
    const key = field('API key')
    expect(key).toHaveAttribute('type', 'password')
    expect(key).toHaveAttribute('autocomplete', 'new-password')
    fillForm()
    await user.type(key, CANARY)
    expect(container.innerHTML).not.toContain(CANARY)
    expect(sessionStorage.length).toBeGreaterThan(0)
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain(CANARY)
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({ apiKey: CANARY })
  })

  it('is trimmed, with a notice', async () => {
    const { user, actions } = showModelConfigForm()
    fillForm()
    await user.click(field('API key'))
    await user.paste(`  ${CANARY}\n`)
    expect(screen.getByText('Spaces around the key are removed.')).toBeVisible()
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({ apiKey: CANARY })
  })

  it("may be omitted in favor of the server's", async () => {
    const actions = recordFormActions()
    actions.previewAddress.mockResolvedValue(addressPreview({ environmentVariable: 'OPENAI_API_KEY' }))
    const { user } = showModelConfigForm(null, actions)
    await screen.findByText('Leave empty to use OPENAI_API_KEY from the server’s environment.')
    fillForm()
    await user.click(saveButton())
    expect(sentBody(actions)).not.toHaveProperty('apiKey')
  })
})

describe('a stored key', () => {
  it('is shown by its last characters and kept if it is unchanged', async () => {
    const { user, actions, container } = showModelConfigForm(modelConfig())
    expect(screen.getByText('Stored key ending in 6789.')).toBeVisible()
    expect(screen.queryByLabelText(/API key/, { selector: 'input' })).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(saveButton())
    expect(sentBody(actions)).not.toHaveProperty('apiKey')
  })

  it('is replaced', async () => {
    const { user, actions } = showModelConfigForm(modelConfig())
    await user.click(screen.getByRole('button', { name: 'Replace' }))
    expect(field('API key')).toHaveFocus()
    await user.keyboard(CANARY)
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({ apiKey: CANARY })
  })

  it('is kept on cancel, and the focus stays', async () => {
    const { user, actions } = showModelConfigForm(modelConfig())
    await user.click(screen.getByRole('button', { name: 'Replace' }))
    await user.keyboard(CANARY)
    await user.click(screen.getByRole('button', { name: 'Keep the stored key' }))
    expect(screen.getByRole('button', { name: 'Replace' })).toHaveFocus()
    await user.click(saveButton())
    expect(sentBody(actions)).not.toHaveProperty('apiKey')
  })

  it('is removed, unless that is undone', async () => {
    const { user, actions } = showModelConfigForm(modelConfig())
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(screen.getByText('The stored key will be removed when you save.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Keep the stored key' }))
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({ apiKey: null })
  })

  it("is replaced by the server's", async () => {
    const actions = recordFormActions()
    actions.previewAddress.mockResolvedValue(addressPreview({ environmentVariable: 'OPENAI_API_KEY' }))
    showModelConfigForm(modelConfig(), actions)
    await screen.findByRole('button', { name: 'Remove and use OPENAI_API_KEY' })
  })

  it("that can't be read has to be entered again", async () => {
    const { user } = showModelConfigForm(modelConfig({ apiKey: { source: 'unreadable' } }))
    expect(screen.getByText('The stored key can no longer be read.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Enter it again' }))
    expect(field('API key')).toHaveFocus()
  })

  it('has a warning before it is removed with another host', async () => {
    const actions = recordFormActions()
    actions.previewAddress.mockImplementation(({ baseUrl }) =>
      Promise.resolve(addressPreview({ clearsKey: baseUrl === 'other.example' })),
    )
    const { container } = showModelConfigForm(modelConfig(), actions)
    fireEvent.change(field('Base URL'), { target: { value: 'other.example' } })
    await screen.findByText(/The stored key belongs to another host\. Saving this URL removes it/)
    expect(await findAccessibilityViolations(container)).toEqual([])
  })
})
