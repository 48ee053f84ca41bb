import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'

import { storySettings } from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { findMixedDirections } from '../../testSupport/findMixedDirections.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { FixedSetting, StorySettings, StorySettingsUpdate } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { StorySettingsPage } from './StorySettingsPage.tsx'

const FULL: UserError = { code: 'disk-full', detail: 'The disk is full.', hint: 'Free some space.' }
beforeEach(() => sessionStorage.clear())

function show({ stored = storySettings(), fixed = [], answers = [] }: Shown = {}) {
  const saved: StorySettingsUpdate[] = []
  const save = async (change: StorySettingsUpdate): Promise<UserError | null> => {
    saved.push(change)
    return answers.shift() ?? null
  }
  const page = (settings: StorySettings) => (
    <StorySettingsPage
      draftKey="settings:1"
      stored={settings}
      fixed={fixed}
      language="de"
      models={[{ id: 'llama', name: 'Llama' }]}
      onSave={save}
    >
      <p>About</p>
    </StorySettingsPage>
  )
  const { container, rerender } = renderPage(page(stored))
  return { container, saved, update: (settings: StorySettings) => rerender(page(settings)), user: userEvent.setup() }
}

interface Shown {
  readonly stored?: StorySettings
  readonly fixed?: FixedSetting[]
  readonly answers?: UserError[]
}

describe('the story settings', () => {
  it('are saved as they are chosen, and texts when typing ends', async () => {
    const { saved, user } = show()
    await user.selectOptions(screen.getByLabelText('Person'), 'Third person (“she”, “he”, “they”)')
    await user.selectOptions(screen.getByLabelText('Answer length'), 'Short (about 60 words)')
    await user.click(screen.getByRole('radio', { name: 'Journal only' }))
    await user.selectOptions(screen.getByLabelText('Model for summaries'), 'Llama')
    await user.type(screen.getByLabelText('Tone'), 'dry')
    expect(screen.getByText('Your last changes are not saved yet.')).toBeVisible()
    await user.type(screen.getByLabelText('Tone'), '{Enter}')
    expect(await screen.findByText('All changes are saved.')).toBeVisible()
    expect(saved).toEqual([
      { person: 'third' },
      { length: 60 },
      { memory: 'journal' },
      { summaryModelConfigId: 'llama' },
      { tone: 'dry' },
    ])
  })

  it('go back to the default', async () => {
    const { saved, user } = show({ stored: storySettings({ tense: 'past', tone: 'dry' }) })
    await user.selectOptions(screen.getByLabelText('Tense'), 'As the gamebook says')
    await user.clear(screen.getByLabelText('Tone'))
    await user.tab()
    expect(saved).toEqual([{ tense: null }, { tone: null }])
  })

  it('have any number of words between the limits', async () => {
    const { saved, user } = show({ stored: storySettings({ length: 45 }) })
    const words = screen.getByLabelText('Words per answer')
    expect(words).toHaveValue('45')
    await user.clear(words)
    await user.type(words, '9')
    await user.tab()
    expect(words).toHaveAccessibleDescription('Enter a number from 30 to 600.')
    await user.type(words, '0{Enter}')
    expect(saved).toEqual([{ length: 90 }])
  })

  it('keep what was typed if it cannot be saved, and save it on request', async () => {
    const { saved, user } = show({ answers: [FULL] })
    await user.type(screen.getByLabelText('Tone'), 'dry{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.')
    expect(screen.getByLabelText('Tone')).toHaveValue('dry')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('All changes are saved.')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(saved).toEqual([{ tone: 'dry' }, { tone: 'dry' }])
  })

  it('show what another page changed, except for a text that is being typed', async () => {
    const { update, user } = show()
    await user.type(screen.getByLabelText('Tone'), 'dry')
    update(storySettings({ tone: 'loud', person: 'first' }))
    expect(screen.getByLabelText('Tone')).toHaveValue('dry')
    expect(screen.getByLabelText('Person')).toHaveDisplayValue('First person (“I”)')
  })

  it('of the author are texts in their own language and direction', async () => {
    const { container } = show({ fixed: [{ key: 'tense', text: 'الماضي' }] })
    expect(screen.queryByLabelText('Tense')).toBeNull()
    expect(screen.getByText('Set by the author')).toBeVisible()
    expect(screen.getByText('الماضي')).toHaveAttribute('lang', 'de')
    expect(findMixedDirections(container)).toEqual([])
    expect(await findAccessibilityViolations(container)).toEqual([])
  })
})
