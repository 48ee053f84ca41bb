import { vi } from 'vitest'

import type { PlayerActions } from '../components/player/playerActions.ts'

/** Actions that succeed and record their calls. */
export const recordActions = () =>
  ({
    send: vi.fn<PlayerActions['send']>(() => Promise.resolve(null)),
    choose: vi.fn<PlayerActions['choose']>(() => Promise.resolve(null)),
    stop: vi.fn<PlayerActions['stop']>(),
    retry: vi.fn<PlayerActions['retry']>(),
    retryWithFacts: vi.fn<PlayerActions['retryWithFacts']>(),
    continueWithBuiltin: vi.fn<PlayerActions['continueWithBuiltin']>(),
    edit: vi.fn<PlayerActions['edit']>(() => Promise.resolve(null)),
    goTo: vi.fn<PlayerActions['goTo']>(),
    fork: vi.fn<PlayerActions['fork']>(),
    pin: vi.fn<PlayerActions['pin']>(() => Promise.resolve(null)),
    playAgain: vi.fn<PlayerActions['playAgain']>(),
    restart: vi.fn<PlayerActions['restart']>(),
    chooseModel: vi.fn<PlayerActions['chooseModel']>(() => Promise.resolve()),
  }) satisfies PlayerActions
