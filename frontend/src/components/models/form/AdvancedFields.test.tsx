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

describe('what is advanced', () => {
  it('is folded away, and absent from the request while it is empty', async () => {
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
    ])
  })

  it('is sent as numbers, headers and JSON', async () => {
    const { user, actions, container } = showModelConfigForm()
    fillForm()
    await user.click(screen.getByText('Advanced'))
    await user.type(field('Temperature'), '0,7')
    await user.selectOptions(field('Thinking'), 'low')
    await user.click(field('Ask in one piece'))
    await user.click(field('Take the address exactly as it is'))
    await user.type(field('Further headers'), 'X-Title: Gamebook')
    fireEvent.change(field('Further fields'), { target: { value: '{"top_a": 0.2}' } })
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({
      temperature: 0.7,
      reasoningEffort: 'low',
      inOnePiece: true,
      exactAddress: true,
      extraHeaders: { 'X-Title': 'Gamebook' },
      extraBody: { top_a: 0.2 },
    })
  })

  it('is open where something of it is set', () => {
    showModelConfigForm(
      modelConfig({ temperature: 0.4, extraHeaders: { 'X-Title': 'Gamebook' }, extraBody: { top_a: 0.2 } }),
    )
    expect(field('Temperature')).toBeVisible()
    expect(field('Temperature')).toHaveValue('0.4')
    expect(field('Further headers')).toHaveValue('X-Title: Gamebook')
    expect(field('Further fields')).toHaveValue('{\n  "top_a": 0.2\n}')
  })

  it('says of each parameter which models leave it out, and disables what the provider has no place for', () => {
    showModelConfigForm()
    expect(field('Temperature')).toHaveAccessibleDescription(
      'Low is steady, high is daring. Not taken by reasoning models.',
    )
    expect(field('Top K')).toBeDisabled()
    expect(field('Top K')).toHaveAccessibleDescription('OpenAI has no place for it.')
  })

  it('disables what this model has refused, with its words, until it is to be tried again', async () => {
    const actions = recordFormActions()
    actions.previewAddress.mockResolvedValue(
      addressPreview({ refusedParameters: [{ parameter: 'temperature', reason: '“temperature is deprecated”' }] }),
    )
    const { user } = showModelConfigForm(modelConfig({ temperature: 0.4 }), actions)
    await waitFor(() => expect(field('Temperature')).toBeDisabled())
    expect(field('Temperature')).toHaveAccessibleDescription(/has refused it.*“temperature is deprecated”/)
    await user.click(screen.getByRole('button', { name: 'Let it be tried again' }))
    expect(actions.forgetRefusal).toHaveBeenCalledWith('quill', 'temperature')
    expect(field('Temperature')).toBeEnabled()
  })

  it.each([
    ['Temperature', 'warm', 'Write a number, or leave it empty.'],
    ['Temperature', '3', 'From 0 to 2.'],
    ['Presence penalty', '-3', 'From −2 to 2.'],
    ['Seed', '1.5', 'Write a whole number, or leave it empty.'],
    ['Further headers', 'no header', 'This line is no header: no header'],
    ['Further fields', '[1]', 'Write an object, such as {"top_a": 0.2}.'],
    ['Further fields', '{', /^This is no JSON/],
  ])('with %s as %j is opened and marked, and nothing is sent', async (label, text, told) => {
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
