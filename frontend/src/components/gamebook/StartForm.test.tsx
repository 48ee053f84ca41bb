import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { gamebook } from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { StartQuestion } from '../../types/api.ts'
import { StartForm } from './StartForm.tsx'

const called: StartQuestion = {
  entityId: 'captain',
  field: 'called',
  label: 'Your name',
  suggestion: 'Ahab',
  maxLength: 200,
  values: null,
}
const rank: StartQuestion = { ...called, field: 'rank', label: 'Rank', suggestion: 'mate', values: ['captain', 'mate'] }

function show(questions: StartQuestion[] = [called, rank], isStarting = false) {
  const onStart = vi.fn()
  const { container } = renderPage(
    <StartForm
      gamebook={gamebook({ questions, language: 'de' })}
      isFirst
      isStarting={isStarting}
      narrator={<button type="button">Narrator</button>}
      settings={null}
      onStart={onStart}
    />,
  )
  return { container, onStart, user: userEvent.setup() }
}

beforeEach(() => sessionStorage.clear())

describe('the questions before the first page', () => {
  it('have labels, suggestions and a largest length, in the language of the gamebook', async () => {
    const { container } = show()
    const name = screen.getByRole('textbox', { name: 'Your name' })
    expect(name).toHaveAttribute('placeholder', 'Ahab')
    expect(name).toHaveAttribute('maxlength', '200')
    expect(name.closest('[lang]')).toHaveAttribute('lang', 'de')
    expect(screen.getByRole('combobox', { name: 'Rank' })).toHaveValue('mate')
    expect(screen.getByText('Leave a field empty to keep the suggestion.').closest('[lang="de"]')).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('are answered with the keyboard alone: Enter starts', async () => {
    const { onStart, user } = show()
    await user.tab()
    await user.keyboard('  Ada Lovelace ')
    await user.tab()
    await user.selectOptions(screen.getByRole('combobox'), 'captain')
    await user.tab({ shift: true })
    await user.keyboard('{Enter}')
    expect(onStart).toHaveBeenCalledExactlyOnceWith([
      { entityId: 'captain', field: 'called', text: 'Ada Lovelace' },
      { entityId: 'captain', field: 'rank', text: 'captain' },
    ])
  })

  it('that stay empty send nothing', async () => {
    const { onStart, user } = show()
    await user.type(screen.getByRole('textbox'), '   ')
    await user.click(screen.getByRole('button', { name: 'Start' }))
    expect(onStart).toHaveBeenCalledExactlyOnceWith([])
  })

  it('keep what was typed when the page is left and opened again', async () => {
    const { user } = show()
    await user.type(screen.getByRole('textbox'), 'Ada')
    cleanup()
    const { onStart } = show()
    expect(screen.getByRole('textbox')).toHaveValue('Ada')
    await user.click(screen.getByRole('button', { name: 'Start' }))
    expect(onStart).toHaveBeenCalledExactlyOnceWith([{ entityId: 'captain', field: 'called', text: 'Ada' }])
  })

  it('send no answer to a question that is gone, or a choice that is', async () => {
    const { user } = show()
    await user.type(screen.getByRole('textbox'), 'Ada')
    await user.selectOptions(screen.getByRole('combobox'), 'captain')
    cleanup()
    const { onStart } = show([{ ...rank, values: ['cook', 'mate'] }])
    expect(screen.getByRole('combobox')).toHaveValue('mate')
    await user.click(screen.getByRole('button', { name: 'Start' }))
    expect(onStart).toHaveBeenCalledExactlyOnceWith([])
  })

  it('can be read again while the story opens, and start it once', async () => {
    const { onStart, user } = show([called], true)
    await user.type(screen.getByRole('textbox'), 'Ada{Enter}')
    expect(onStart).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: 'Opening…' })).toBeDisabled()
  })

  it.each(['{"a": 1}', '[5]', '[{"entityId": "captain", "field": "called"}]', 'Ada'])(
    'ignore a damaged draft: %s',
    (draft) => {
      sessionStorage.setItem('llm-gamebook:draft:start:example/garden-gate', draft)
      show()
      expect(screen.getByRole('textbox')).toHaveValue('')
    },
  )

  it('do not start a story by Enter on the narrator', async () => {
    const { onStart, user } = show([])
    screen.getByRole('button', { name: 'Narrator' }).focus()
    await user.keyboard('{Enter}')
    expect(onStart).not.toHaveBeenCalled()
  })
})
