import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { EndingPage } from './EndingPage.tsx'
import { EndingPlates } from './EndingPlates.tsx'
import { ForkList } from './ForkList.tsx'

const onPlayAgain = vi.fn()
const onUndo = vi.fn()
const onChoose = vi.fn()
const forks = [
  {
    messageId: 'a',
    place: 'Basin floor',
    time: '04:10',
    chosen: ['You went down the hatch'],
    text: 'Down.',
    otherCount: 2,
  },
  {
    messageId: 'b',
    place: null,
    time: null,
    chosen: ['You took the lamp', 'You waited'],
    text: 'Take it.',
    otherCount: 1,
  },
  { messageId: 'c', place: 'Quay', time: null, chosen: [], text: 'sew on silk', otherCount: 3 },
]
const show = (kind: 'good' | 'bad' | 'neutral', tryAnother: (() => void) | null = onUndo) =>
  renderPage(
    <EndingPage
      ending={{ title: 'The Last Page', kind, text: 'The lamp goes *out*.' }}
      endings={{ found: 2, total: 5 }}
      gamebookId="example/low-water"
      onPlayAgain={onPlayAgain}
      onUndo={tryAnother}
      plates={<EndingPlates titles={['Low tide', 'The Last Page']} total={5} current="The Last Page" />}
      forks={<ForkList forks={forks} onChoose={onChoose} />}
    />,
  )

describe('the page of an ending', () => {
  it('shows the title, the text and the number of endings found', async () => {
    const { container } = show('neutral')
    expect(screen.getByRole('heading', { name: 'The Last Page' })).toBeVisible()
    expect(screen.getByText('out')).toBeVisible()
    expect(screen.getByText('2 of 5 endings found')).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it.each([
    ['good', 'The end: a good one'],
    ['neutral', 'The end'],
    ['bad', 'The end: a bad one'],
  ] as const)('names the kind of ending: %s', (kind, line) => {
    show(kind)
    expect(screen.getByText(line)).toBeVisible()
  })

  it('offers to play again, go back, or return to the gamebook', async () => {
    show('good')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Play again' }))
    await user.click(screen.getByRole('button', { name: 'Undo the last turn' }))
    expect(onPlayAgain).toHaveBeenCalledOnce()
    expect(onUndo).toHaveBeenCalledOnce()
    expect(screen.getByRole('link', { name: 'Back to the gamebook' })).toHaveAttribute(
      'href',
      '/gamebooks/example/low-water',
    )
  })

  it('has a plate for each ending, empty for those not found', () => {
    show('good')
    const plates = within(screen.getByRole('list', { name: 'Endings of this gamebook' })).getAllByRole('listitem')
    expect(plates.map(({ textContent }) => textContent)).toEqual([
      'Low tide',
      'The Last Pagefound now',
      ...Array.from({ length: 3 }, () => '✧Not found yet'),
    ])
  })

  it('offers the last forks, with what was chosen and how much else was open', async () => {
    show('good')
    const paths = within(screen.getByRole('region', { name: 'Try another path' }))
    expect(paths.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '04:10Basin floorYou went down the hatch. 2 others were open.From here',
      'At the beginningYou took the lamp; You waited. 1 other was open.From here',
      'Quay“sew on silk” 3 others were open.From here',
    ])
    await userEvent.click(paths.getByRole('button', { name: /Basin floor/ }))
    expect(onChoose).toHaveBeenCalledWith('a')
  })

  it('does not offer to go back if the player has sent nothing', () => {
    show('good', null)
    expect(screen.queryByRole('button', { name: 'Undo the last turn' })).toBeNull()
  })
})
