import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { hold } from '../../../testSupport/hold.ts'
import { connectionTest, failedTest, modelConfig } from '../../../testSupport/modelBuilders.ts'
import {
  field,
  fillForm,
  modelField,
  recordFormActions,
  showModelConfigForm,
  UNREACHABLE,
} from '../../../testSupport/showModelConfigForm.tsx'

describe('the connection test', () => {
  it('uses the values of the form, saved or not, and shows each step with its time', async () => {
    const { user, actions, container } = showModelConfigForm(modelConfig())
    fireEvent.change(modelField(), { target: { value: 'quill-next' } })
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    await screen.findByText('The connection works, but see the warnings above.')
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '✓Reach the serverpassed, 41 ms',
      '✓Find the modelpassed with a warning, 0 msThere is no list to look it up in.',
      '✓Stream an answerpassed, 1.2 s',
    ])
    expect(actions.test.mock.lastCall?.[0]).toMatchObject({ id: 'quill', modelName: 'quill-next' })
    expect(actions.save).not.toHaveBeenCalled()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('shows a step as soon as it is done', async () => {
    const actions = recordFormActions()
    const answered = hold<{ answer: ReturnType<typeof connectionTest> }>()
    actions.test.mockImplementation((_draft, onStep) => {
      onStep({ step: 'reach', ok: true, ms: 41 })
      return answered.promise
    })
    const { user } = showModelConfigForm(modelConfig(), actions)
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    expect(await screen.findByText('Reach the server')).toBeVisible()
    expect(screen.queryByText('Stream an answer')).toBeNull()
    await act(async () => answered.release({ answer: connectionTest() }))
    expect(screen.getByText('Stream an answer')).toBeVisible()
  })

  it("that fails shows the provider's message and one hint, and can be copied", async () => {
    const actions = recordFormActions()
    actions.test.mockResolvedValue({ answer: failedTest })
    const { user, container } = showModelConfigForm(modelConfig(), actions)
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    await screen.findByText(/HTTP 401\. Incorrect API key provided\./)
    expect(screen.getByText("Enter this model's API key again.")).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Copy the result' }))
    const copied = await navigator.clipboard.readText()
    expect(copied).toContain('failed  Check the API key, 77 ms')
    expect(copied).toContain("Enter this model's API key again.")
  })

  it("that can't run says so", async () => {
    const actions = recordFormActions()
    actions.test.mockResolvedValue({ error: UNREACHABLE })
    const { user } = showModelConfigForm(modelConfig(), actions)
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing answers there.')
  })

  it('sends nothing while a value is missing, except for the name', async () => {
    const { user, actions } = showModelConfigForm()
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    expect(actions.test).not.toHaveBeenCalled()
    expect(modelField()).toBeInvalid()
    fillForm()
    await user.clear(field('Name'))
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    expect(actions.test).toHaveBeenCalledTimes(1)
  })
})
