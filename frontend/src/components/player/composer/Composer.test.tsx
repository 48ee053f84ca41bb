import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { COMPOSING } from '../../../testSupport/composing.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { Composer } from './Composer.tsx'

const onSend = vi.fn()
const onStop = vi.fn()

function show(isRunning: boolean | 'after sending' = false) {
  onSend.mockClear()
  onStop.mockClear()
  const { container, rerender } = renderPage(<Written isRunning={isRunning} />)
  const change = (running: boolean) => rerender(<Written isRunning={running} />)
  const user = userEvent.setup()
  return { container, input: screen.getByRole('textbox', { name: 'What do you do?' }), user, change }
}

function Written({ isRunning }: { readonly isRunning: boolean | 'after sending' }) {
  const [draft, setDraft] = useState('')
  const [isSent, setSent] = useState(false)
  const handleSend = (text: string) => {
    onSend(text)
    setSent(true)
  }
  return (
    <Composer
      draft={draft}
      onChange={setDraft}
      isRunning={isRunning === 'after sending' ? isSent : isRunning}
      onSend={handleSend}
      onStop={onStop}
    />
  )
}

const write = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } })
const click = (button: HTMLElement, clicks = 1) => fireEvent.click(button, { detail: clicks })
function doubleClick(button: HTMLElement) {
  click(button, 1)
  click(button, 2)
}
function pass(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

afterEach(() => vi.useRealTimers())

describe('the composer', () => {
  it('sends the trimmed text with Enter', async () => {
    const { input, user } = show()
    await user.type(input, '  I knock. {Enter}')
    expect(onSend).toHaveBeenCalledExactlyOnceWith('I knock.')
  })

  it('sends with its button', async () => {
    const { input, user } = show()
    await user.type(input, 'I knock.')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(onSend).toHaveBeenCalledExactlyOnceWith('I knock.')
    expect(input).toHaveFocus()
  })

  it('sends nothing while an input method composes, also in Safari', async () => {
    const { input, user } = show()
    await user.type(input, 'にほん')
    for (const press of COMPOSING) fireEvent.keyDown(input, press)
    expect(onSend).not.toHaveBeenCalled()
    expect(input).toHaveValue('にほん')
  })

  it('sends once by a double click, and does not stop what it has started', () => {
    vi.useFakeTimers()
    const { input } = show('after sending')
    write(input, 'I knock.')
    doubleClick(screen.getByRole('button', { name: 'Send' }))
    pass(399)
    click(screen.getByRole('button', { name: 'Send' }))
    expect(onSend).toHaveBeenCalledExactlyOnceWith('I knock.')
    expect(onStop).not.toHaveBeenCalled()
    pass(1)
    click(screen.getByRole('button', { name: 'Stop' }))
    expect(onStop).toHaveBeenCalledOnce()
  })

  it('sends nothing by a click on Stop that comes too late', () => {
    vi.useFakeTimers()
    const { input, change } = show(true)
    write(input, 'Then I go.')
    change(false)
    click(screen.getByRole('button', { name: 'Stop' }))
    expect(onSend).not.toHaveBeenCalled()
    expect(onStop).not.toHaveBeenCalled()
    pass(400)
    click(screen.getByRole('button', { name: 'Send' }))
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Then I go.')
  })

  it('adds a line break with Shift and Enter', async () => {
    const { input, user } = show()
    await user.type(input, 'I knock.{Shift>}{Enter}{/Shift}I wait.')
    expect(input).toHaveValue('I knock.\nI wait.')
    expect(onSend).not.toHaveBeenCalled()
  })

  it('sends nothing while it is empty', async () => {
    const { input, user } = show()
    await user.type(input, '  {Enter}')
    expect(onSend).not.toHaveBeenCalled()
  })

  it("keeps a whole paste that is too long, and says why it can't be sent", async () => {
    const { container, input, user } = show()
    input.focus()
    await user.paste('x'.repeat(20_001))
    expect(input).toHaveAccessibleDescription(/^20,001 of 20,000 characters/)
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    await user.keyboard('{Enter}')
    expect(onSend).not.toHaveBeenCalled()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.keyboard('{Backspace}{Enter}')
    expect(onSend).toHaveBeenCalledExactlyOnceWith('x'.repeat(20_000))
  })

  it('keeps the draft while the narrator answers, and offers Stop', async () => {
    const { input, user } = show(true)
    await user.type(input, 'Then I go.{Enter}')
    expect(onSend).not.toHaveBeenCalled()
    expect(input).toHaveValue('Then I go.')
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(onStop).toHaveBeenCalledOnce()
  })

  it('has accessible names', async () => {
    expect(await findAccessibilityViolations(show().container)).toEqual([])
  })
})
