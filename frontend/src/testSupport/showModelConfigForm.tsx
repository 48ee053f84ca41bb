import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'

import { ModelConfigForm } from '../components/ModelConfigForm.tsx'
import type { ModelConfigFormActions } from '../components/models/form/formTypes.ts'
import type { ModelConfig } from '../types/api.ts'
import { addressPreview, builtin, connectionTest, mistral, ollama, openai } from './modelBuilders.ts'
import { renderPage } from './renderPage.tsx'

/** Answers all is well, and remembers what was asked. */
export const recordFormActions = () =>
  ({
    save: vi.fn<ModelConfigFormActions['save']>(() => Promise.resolve({ kind: 'saved' })),
    previewAddress: vi.fn<ModelConfigFormActions['previewAddress']>(() => Promise.resolve(addressPreview())),
    listModels: vi.fn<ModelConfigFormActions['listModels']>(() =>
      Promise.resolve({
        answer: {
          data: [{ id: 'quill-large', contextWindow: 128_000, price: { input: 3, output: 15 } }, { id: 'nib-7b' }],
          fetchedAt: new Date().toISOString(),
          refreshError: null,
          problem: null,
        },
      }),
    ),
    test: vi.fn<ModelConfigFormActions['test']>(() => Promise.resolve({ answer: connectionTest() })),
    clearRefusedParameter: vi.fn<ModelConfigFormActions['clearRefusedParameter']>(() => Promise.resolve()),
  }) satisfies ModelConfigFormActions

type RecordedFormActions = ReturnType<typeof recordFormActions>

/** The form of a new model, or of a stored one. */
export function showModelConfigForm(stored: ModelConfig | null = null, actions = recordFormActions()) {
  const { container, unmount } = renderPage(
    <ModelConfigForm
      providers={[openai, mistral, ollama, builtin]}
      stored={stored}
      actions={actions}
      cancelHref="/models"
    />,
  )
  return { actions, container, unmount, user: userEvent.setup() }
}

export const field = (name: string) =>
  screen.getByLabelText(name, { exact: false, selector: 'input, textarea, select' })
export const modelField = () => screen.getByRole('combobox', { name: 'Model' })
export const saveButton = () => screen.getByRole('button', { name: 'Save' })

/** The least that can be saved. */
export function fillForm(change: { name?: string; modelName?: string } = {}): void {
  fireEvent.change(field('Name'), { target: { value: change.name ?? 'Quill' } })
  fireEvent.change(modelField(), { target: { value: change.modelName ?? 'quill-large' } })
}

export const sentBody = (actions: RecordedFormActions) => actions.save.mock.lastCall?.[0].body

export const UNREACHABLE = { code: 'model-list-failed', detail: 'Nothing answers there.', hint: 'Is it running?' }
