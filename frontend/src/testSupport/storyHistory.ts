import { vi } from 'vitest'

import type { StoryHistory } from '../components/player/storyHistory.ts'

/** A story whose messages are all on its page. It records its calls. */
export const storyHistory = () =>
  ({
    isLoading: false,
    error: null,
    loadEarlier: vi.fn<StoryHistory['loadEarlier']>(),
    loadTo: vi.fn<StoryHistory['loadTo']>(() => Promise.resolve(null)),
    search: vi.fn<StoryHistory['search']>(() => Promise.resolve({ kind: 'found', result: { data: [], more: false } })),
  }) satisfies StoryHistory
