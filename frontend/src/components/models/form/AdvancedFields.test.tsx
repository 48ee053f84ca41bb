import { fireEvent, screen, waitFor } from '@testing-library/react'
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

describe('the advanced settings', () => {
  it('are collapsed, and not sent while they are empty', async () => {
    const { user, actions } = showModelConfigForm()
    expect(field('Temperature')).not.toBeVisible()
    fillForm()
    await user.click(saveButton())
    expect(Object.keys(sentBody(actions) ?? {}).sort()).toEqual([
      'baseUrl',
      'exactAddress',
      'inOnePiece',
      'modelName',
      'name',
      'provider',
      'timeouts',
      'toolStyle',
    ])
  })

  it('are sent as numbers, headers and JSON', async () => {
    const { user, actions, container } = showModelConfigForm()
    fillForm()
    await user.click(screen.getByText('Advanced'))
    await user.type(field('Temperature'), '0,7')
    await user.selectOptions(field('Thinking'), 'low')
    await user.selectOptions(field('Functions'), 'As text')
    await user.type(field('Longest time for an answer'), '1200')
    await user.click(field('Disable streaming'))
    await user.click(field('Use this URL exactly as entered'))
    await user.type(field('Extra headers'), 'X-Title: Gamebook')
    fireEvent.change(field('Extra request fields'), { target: { value: '{"top_a": 0.2}' } })
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({
      temperature: 0.7,
      reasoningEffort: 'low',
      toolStyle: 'text',
      timeouts: { firstWord: null, total: 1200 },
      inOnePiece: true,
      exactAddress: true,
      extraHeaders: { 'X-Title': 'Gamebook' },
      extraBody: { top_a: 0.2 },
    })
  })

  it('leave no header or request field in the tab, because they may be secret', () => {
    showModelConfigForm(modelConfig({ temperature: 0.4 }))
    fireEvent.change(field('Temperature'), { target: { value: '0.6' } })
    fireEvent.change(field('Extra headers'), { target: { value: 'X-Token: canary' } })
    fireEvent.change(field('Extra request fields'), { target: { value: '{"token": "canary"}' } })
    const kept = JSON.stringify(Object.entries(sessionStorage))
    expect(kept).toContain('0.6')
    expect(kept).not.toContain('canary')
  })

  it('are open if a saved one is wrong, which stands at its field', () => {
    showModelConfigForm(modelConfig({ problems: { 'extraHeaders.X Team': 'Not a valid header name.' } }))
    expect(field('Extra headers')).toBeVisible()
    expect(field('Extra headers')).toHaveAccessibleDescription(/Not a valid header name/)
  })

  it('stay closed if the saved settings are damaged as a whole, which is said above the form', () => {
    showModelConfigForm(modelConfig({ problems: { saved: 'A part of the saved settings is damaged.' } }))
    expect(screen.getByText('A part of the saved settings is damaged.')).toBeVisible()
    expect(field('Extra headers')).not.toBeVisible()
  })

  it('are open if one is set', () => {
    showModelConfigForm(
      modelConfig({ temperature: 0.4, extraHeaders: { 'X-Title': 'Gamebook' }, extraBody: { top_a: 0.2 } }),
    )
    expect(field('Temperature')).toBeVisible()
    expect(field('Temperature')).toHaveValue('0.4')
    expect(field('Extra headers')).toHaveValue('X-Title: Gamebook')
    expect(field('Extra request fields')).toHaveValue('{\n  "top_a": 0.2\n}')
  })

  it('name the models that leave out a parameter, and disable unsupported ones', () => {
    showModelConfigForm()
    expect(field('Temperature')).toHaveAccessibleDescription(
      'Lower is more predictable, higher more varied. Not taken by reasoning models.',
    )
    expect(field('Top K')).toBeDisabled()
    expect(field('Top K')).toHaveAccessibleDescription('Not supported by OpenAI.')
  })

  it('disable a parameter that the model rejected, with its message, until a retry', async () => {
    const actions = recordFormActions()
    actions.previewAddress.mockResolvedValue(
      addressPreview({ refusedParameters: [{ parameter: 'temperature', reason: '“temperature is deprecated”' }] }),
    )
    const { user } = showModelConfigForm(modelConfig({ temperature: 0.4 }), actions)
    await waitFor(() => expect(field('Temperature')).toBeDisabled())
    expect(field('Temperature')).toHaveAccessibleDescription(
      /rejected it, so it is no longer sent: “temperature is deprecated”/,
    )
    await user.click(screen.getByRole('button', { name: 'Try it again' }))
    expect(actions.clearRefusedParameter).toHaveBeenCalledWith('quill', 'temperature')
    expect(field('Temperature')).toBeEnabled()
  })

  it.each([
    ['Temperature', 'warm', 'Enter a number, or leave this empty.'],
    ['Temperature', '3', 'Enter a number from 0 to 2.'],
    ['Presence penalty', '-3', 'Enter a number from −2 to 2.'],
    ['Seed', '1.5', 'Enter a whole number, or leave this empty.'],
    ['Extra headers', 'no header', 'Not a header (Name: value): no header'],
    ['Extra request fields', '[1]', 'Enter a JSON object, e.g. {"top_a": 0.2}.'],
    ['Extra request fields', '{', /^Not valid JSON/],
  ])('with %s as %j open at the error, and send nothing', async (label, text, told) => {
    const { user, actions } = showModelConfigForm()
    fillForm()
    fireEvent.change(field(label), { target: { value: text } })
    await user.click(saveButton())
    expect(actions.save).not.toHaveBeenCalled()
    expect(screen.getByText(told)).toBeVisible()
    await waitFor(() => expect(field(label)).toHaveFocus())
    expect(field(label)).toHaveValue(text)
  })
})
