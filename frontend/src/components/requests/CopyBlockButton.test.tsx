import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { CopyBlockButton } from './CopyBlockButton.tsx'

async function copy(load: () => Promise<string>) {
  const user = userEvent.setup()
  render(<CopyBlockButton load={load} />)
  await user.click(screen.getByRole('button', { name: 'Copy block' }))
}

it('copies what it loads', async () => {
  await copy(() => Promise.resolve('the exact bytes'))
  expect(await screen.findByText('Copied')).toBeVisible()
  expect(await navigator.clipboard.readText()).toBe('the exact bytes')
})

it('says that a text can be gone, not that the browser refused', async () => {
  await copy(() => Promise.reject(new Error('410')))
  expect(await screen.findByRole('alert')).toHaveTextContent(/^The text could not be loaded\. .* removed\.$/)
})

it('says so if the browser refuses', async () => {
  const user = userEvent.setup()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
  render(<CopyBlockButton load={() => Promise.resolve('the exact bytes')} />)
  await user.click(screen.getByRole('button', { name: 'Copy block' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The browser did not allow copying.')
})
