import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Proposal } from '../../../types/api.ts'
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
      '!Find the modelpassed with a warning, 0 msThere is no list to look it up in.',
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

  it.each([
    ['works', { answer: connectionTest() }, 'The connection works, but see the warnings above.'],
    ['can’t run', { error: UNREACHABLE }, 'Nothing answers there.'],
  ])('that %s is shown only with the values that it tested', async (_, result, verdict) => {
    const actions = recordFormActions()
    actions.test.mockResolvedValue(result)
    const { user } = showModelConfigForm(modelConfig(), actions)
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    await screen.findByText(verdict)
    fireEvent.change(field('Name'), { target: { value: 'Another name' } })
    expect(screen.getByText(verdict)).toBeVisible()
    fireEvent.change(modelField(), { target: { value: 'quill-next' } })
    expect(screen.queryByText(verdict)).toBeNull()
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(screen.getByText('Changed in the form. Test again.')).toBeVisible()
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

  it.each<[string, Proposal]>([
    ['Use the model “quill-2”', { modelName: 'quill-2' }],
    ['Use the URL http://127.0.0.1:9/v1', { baseUrl: 'http://127.0.0.1:9/v1' }],
    ['Disable streaming', { inOnePiece: true }],
    ['Clear “Temperature”', { temperature: null }],
  ])('offers a change that may help: %s', async (label, proposal) => {
    const actions = recordFormActions()
    const failed = { step: 'stream', ok: false, status: 'failed', ms: 9, hint: 'Try it.' } as const
    actions.test.mockResolvedValue({
      answer: connectionTest({ status: 'failed', steps: [{ ...failed, proposals: [proposal] }] }),
    })
    const { user, container } = showModelConfigForm(modelConfig({ temperature: 0.5 }), actions)
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    const button = await screen.findByRole('button', { name: label })
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(button)
    expect(screen.getByText('Changed in the form. Test again.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Test connection' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    const tested = actions.test.mock.lastCall?.[0]
    const sent = { temperature: 0.5, ...proposal }
    expect(tested).toMatchObject(Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null)))
    if (sent.temperature === null) expect(tested).not.toHaveProperty('temperature')
  })

  it('says that the server is loading the model', async () => {
    const actions = recordFormActions()
    const answered = hold<{ answer: ReturnType<typeof connectionTest> }>()
    actions.test.mockImplementation((_draft, _onStep, onLoading) => {
      onLoading?.()
      return answered.promise
    })
    const { user } = showModelConfigForm(modelConfig(), actions)
    await user.click(screen.getByRole('button', { name: 'Test connection' }))
    expect(await screen.findByText(/The server is loading the model/)).toBeVisible()
    await act(async () => answered.release({ answer: connectionTest() }))
  })
})
