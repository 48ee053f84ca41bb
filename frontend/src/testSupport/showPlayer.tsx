import userEvent from '@testing-library/user-event'

import { Player } from '../components/player/Player.tsx'
import type { SessionDetail } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'
import { answer, message, playerMessage, session } from './builders.ts'
import { recordActions } from './recordActions.ts'
import { renderPage } from './renderPage.tsx'
import { storyHistory } from './storyHistory.ts'

export const opening = answer('You stand on the lawn.', { id: 'opening' })
export const knock = playerMessage('I knock.', { id: 'knock', parentId: 'opening' })
export const warm = answer('The gate is warm.', { id: 'warm', parentId: 'knock' })
export const told = session({ messages: [opening, knock, warm] })
export const running = session({
  messages: [opening, knock, message({ id: 'warm', parentId: 'knock', status: 'streaming' })],
})
export const ended = { ...told, ending: { title: 'Lanterns', kind: 'good', text: null } } as const

export function showPlayer(shown: SessionDetail, more: { isAway?: boolean; error?: UserError } = {}) {
  const actions = recordActions()
  const page = (of: SessionDetail) => (
    <Player
      session={of}
      isAway={more.isAway ?? false}
      isLost={false}
      isSwitching={false}
      narrator="Built-in narrator · no AI"
      history={storyHistory()}
      actions={actions}
      error={more.error ?? null}
    />
  )
  const { container, rerender } = renderPage(page(shown))
  return { actions, container, change: (of: SessionDetail) => rerender(page(of)), user: userEvent.setup() }
}
