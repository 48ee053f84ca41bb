import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { modelConfig } from '../../../testSupport/modelBuilders.ts'
import {
  field,
  fillForm,
  modelField,
  recordFormActions,
  saveButton,
  sentBody,
  showModelConfigForm,
} from '../../../testSupport/showModelConfigForm.tsx'

const CANARY = 'sk-canary-0123456789'

describe('two edits at once', () => {
  const theirs = modelConfig({ modelName: 'quill-of-others', temperature: 1, updatedAt: '2026-03-02T08:00:00.000Z' })

  function collide() {
    const actions = recordFormActions()
    actions.save.mockResolvedValueOnce({ kind: 'edited-elsewhere', theirs })
    return showModelConfigForm(modelConfig(), actions)
  }

  it('show both versions, field by field', async () => {
    const { user, container } = collide()
    fireEvent.change(field('Name'), { target: { value: 'My quill' } })
    await user.click(saveButton())
    const table = await screen.findByRole('table')
    expect(within(table).getByRole('row', { name: 'Name My quill Quill' })).toBeVisible()
    expect(within(table).getByRole('row', { name: 'Model quill-large quill-of-others' })).toBeVisible()
    expect(within(table).getByRole('row', { name: 'Temperature empty 1' })).toBeVisible()
    expect(screen.getByRole('heading', { name: /changed elsewhere/ })).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it("can be resolved with the user's version", async () => {
    const { user, actions } = collide()
    fireEvent.change(field('Name'), { target: { value: 'My quill' } })
    await user.click(saveButton())
    await user.click(await screen.findByRole('button', { name: 'Keep yours' }))
    expect(sentBody(actions)).toMatchObject({
      name: 'My quill',
      modelName: 'quill-large',
      updatedAt: theirs.updatedAt,
    })
  })

  it('can be resolved with the saved version', async () => {
    const { user, actions } = collide()
    await user.click(saveButton())
    await user.click(await screen.findByRole('button', { name: 'Use the saved version' }))
    expect(modelField()).toHaveValue('quill-of-others')
    expect(screen.queryByRole('table')).toBeNull()
    await user.click(saveButton())
    expect(sentBody(actions)).toMatchObject({ modelName: 'quill-of-others', updatedAt: theirs.updatedAt })
  })

  it('keep the draft of a deleted model, to be saved as a new one', async () => {
    const actions = recordFormActions()
    actions.save.mockResolvedValueOnce({ kind: 'deleted-elsewhere' })
    const { user } = showModelConfigForm(modelConfig(), actions)
    fireEvent.change(field('Name'), { target: { value: 'My quill' } })
    await user.click(saveButton())
    await user.click(await screen.findByRole('button', { name: 'Save as new model' }))
    expect(actions.save.mock.lastCall?.[0]).toMatchObject({ kind: 'create', body: { name: 'My quill' } })
  })
})

describe('an unsaved draft', () => {
  it('is restored, without the key and the headers, until it is discarded', async () => {
    const first = showModelConfigForm()
    fillForm({ name: 'Half a quill' })
    await first.user.type(field('API key'), CANARY)
    fireEvent.change(field('Extra headers'), { target: { value: `X-Token: ${CANARY}` } })
    first.unmount()
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain(CANARY)
    const { user, container } = showModelConfigForm()
    expect(field('Name')).toHaveValue('Half a quill')
    expect(modelField()).toHaveValue('quill-large')
    expect(field('API key')).toHaveValue('')
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(field('Name')).toHaveValue('')
  })

  it('is cleared on save and on cancel', async () => {
    const first = showModelConfigForm()
    fillForm()
    await first.user.click(saveButton())
    first.unmount()
    const second = showModelConfigForm()
    expect(field('Name')).toHaveValue('')
    fillForm()
    await second.user.click(screen.getByRole('link', { name: 'Cancel' }))
    second.unmount()
    showModelConfigForm()
    expect(field('Name')).toHaveValue('')
  })
})
