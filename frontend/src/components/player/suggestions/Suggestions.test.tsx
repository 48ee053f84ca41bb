import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'

import { preferencesStore } from '../../../theme/preferencesStore.ts'
import { answer, session, suggestion } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { running, showPlayer, told } from '../../../testSupport/showPlayer.tsx'
import { stubMedia } from '../../../testSupport/stubMedia.ts'

const toGate = suggestion()
const toLawn = suggestion({ id: 'lawn', label: 'Go to the lawn', call: { function: 'walk_to', args: { to: 'lawn' } } })
const orchard = suggestion({ id: 'closed:0', label: 'Go to the orchard', call: null, reason: 'It is too dark.' })
const pay = suggestion({
  id: 'pay',
  group: 'do',
  label: 'Pay the ferryman',
  call: { function: 'pay', args: {} },
  input: [{ name: 'coins', label: 'How many coins', type: 'integer', min: 1, max: 3 }],
})
const page = { ...told, suggestions: [toGate, toLawn, orchard, pay] }

const input = () => screen.getByRole('textbox', { name: 'What do you do?' })
const all = () => screen.getByRole('region', { name: 'Suggestions' })
const chip = (name: string) => within(all()).getByRole('button', { name })

afterEach(() => preferencesStore.set({ suggestions: 'shown' }))

describe.each(['grid', 'row'] as const)('suggestions in a %s', (layout) => {
  const show = (shown = page) => {
    stubMedia(layout === 'grid' ? '(min-width: 40em)' : 'none')
    return showPlayer(shown)
  }

  it('say what can be done, in groups', async () => {
    const { container } = show()
    expect(within(screen.getByRole('group', { name: 'Go' })).getAllByRole('button')).toHaveLength(3)
    expect(within(screen.getByRole('group', { name: 'Do' })).getByRole('button')).toHaveTextContent('Pay the ferryman')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('are sent with their call and the head of the page, once', async () => {
    const { actions, user } = show()
    await user.type(input(), 'I am still writing')
    const clicked = chip('Go to the gate')
    act(() => {
      fireEvent.click(clicked, { detail: 1 })
      fireEvent.click(clicked, { detail: 2 })
      fireEvent.click(clicked, { detail: 1 })
    })
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith({ text: 'Go to the gate', call: toGate.call }, 'warm')
    expect(screen.getByText('Go to the gate')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Suggestions' })).toBeNull()
    expect(input()).toHaveValue('I am still writing')
  })

  it('open the reason of what is closed in the page', async () => {
    const { actions, container, user } = show()
    const why = chip('Why not? Go to the orchard')
    expect(why).toHaveAttribute('aria-expanded', 'false')
    await user.click(why)
    expect(screen.getByText('It is too dark.')).toBeVisible()
    expect(why).toHaveAttribute('aria-controls', screen.getByText('It is too dark.').id)
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(why)
    expect(screen.queryByText('It is too dark.')).toBeNull()
    expect(actions.choose).not.toHaveBeenCalled()
  })

  it('ask for a number, which can be left again', async () => {
    const { actions, container, user } = show()
    await user.click(chip('Pay the ferryman'))
    const coins = screen.getByRole('spinbutton', { name: 'How many coins' })
    expect(coins).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.type(coins, '4{Enter}')
    expect(actions.choose).not.toHaveBeenCalled()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('form')).toBeNull()
    await user.click(chip('Pay the ferryman'))
    await user.type(screen.getByRole('spinbutton', { name: 'How many coins' }), '2{Enter}')
    const call = { function: 'pay', args: { coins: 2 } }
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith(
      { text: expect.stringMatching(/^\W*Pay the ferryman\W*: \W*2\W*$/), call },
      'warm',
    )
  })

  it('are hidden while the narrator answers, and if the player has turned them off', () => {
    show({ ...running, suggestions: [toGate] })
    expect(screen.queryByRole('region', { name: 'Suggestions' })).toBeNull()
    cleanup()
    show()
    expect(all()).toBeVisible()
    act(() => preferencesStore.set({ suggestions: 'hidden' }))
    expect(screen.queryByRole('region', { name: 'Suggestions' })).toBeNull()
  })

  it('keep the draft if the story has gone on, and say so', async () => {
    const { actions, user } = show()
    actions.choose.mockResolvedValue({ code: 'head-moved', detail: 'The story has gone on.', hint: 'Choose again.' })
    await user.type(input(), 'I am still writing')
    await user.click(chip('Go to the gate'))
    expect(screen.getByRole('alert')).toHaveTextContent('The story has gone on.Choose again.')
    expect(input()).toHaveValue('I am still writing')
    expect(all()).toBeVisible()
  })
})

describe('the digit keys', () => {
  const show = (shown = page) => {
    stubMedia('(min-width: 40em)')
    return showPlayer(shown)
  }

  it('outside of a text field choose a suggestion, and Enter does it', async () => {
    const { actions, user } = show()
    await user.keyboard('2')
    expect(chip('Go to the lawn')).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith({ text: 'Go to the lawn', call: toLawn.call }, 'warm')
  })

  it('in an empty input show what they stand for, and Enter does it', async () => {
    const { actions, user } = show()
    await user.type(input(), '2')
    expect(chip('Go to the lawn')).toHaveAttribute('data-lit')
    expect(screen.getByText(/Go to the lawn.*Press Enter/)).toHaveAttribute('aria-live', 'polite')
    await user.keyboard('{Enter}')
    expect(actions.send).not.toHaveBeenCalled()
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith({ text: 'Go to the lawn', call: toLawn.call }, 'warm')
    expect(input()).toHaveValue('')
  })

  it('become a text when one types on', async () => {
    const { actions, user } = show()
    await user.type(input(), '2 coins')
    expect(chip('Go to the lawn')).not.toHaveAttribute('data-lit')
    await user.keyboard('{Enter}')
    expect(actions.choose).not.toHaveBeenCalled()
    expect(actions.send).toHaveBeenCalledExactlyOnceWith('2 coins')
  })

  it('are cleared by Escape', async () => {
    const { user } = show()
    await user.type(input(), '2{Escape}')
    expect(input()).toHaveValue('')
  })

  it('open the form of a suggestion that needs one', async () => {
    const { user } = show()
    await user.type(input(), '3{Enter}')
    expect(screen.getByRole('spinbutton', { name: 'How many coins' })).toHaveFocus()
  })

  it('are a text where no suggestion has the number, and on phones', async () => {
    const { actions, user } = show()
    await user.type(input(), '7{Enter}')
    expect(actions.send).toHaveBeenCalledExactlyOnceWith('7')
    cleanup()
    stubMedia('none')
    const phone = showPlayer(page)
    await phone.user.type(input(), '1{Enter}')
    expect(phone.actions.send).toHaveBeenCalledExactlyOnceWith('1')
  })
})

it('shows the rest in place', async () => {
  stubMedia('(min-width: 40em)')
  const many = Array.from({ length: 9 }, (_, at) => suggestion({ id: `s${at}`, label: `Go to place ${at}` }))
  const { user } = showPlayer(session({ messages: [answer('Here.', { id: 'here' })], suggestions: many }))
  expect(screen.queryByRole('button', { name: 'Go to place 8' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '2 more' }))
  expect(screen.getByRole('button', { name: 'Go to place 8' })).toBeVisible()
})
