import { readDraft, writeDraft } from '../../hooks/storedDraft.ts'
import type { StorySettingsUpdate } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { keysOf, pickSettings, readSettingsChange } from './settingsChange.ts'

export interface SettingsDraftView {
  /** What was chosen here and is not among the stored settings yet. */
  readonly change: StorySettingsUpdate
  /** Whether something of it is not saved. */
  readonly isUnsaved: boolean
  readonly isSaving: boolean
  readonly error: UserError | null
}

/** Changes of settings on their way to the server. They are kept for the life of the tab until they are saved. */
export interface SettingsDraft {
  readonly subscribe: (listener: () => void) => () => void
  readonly getView: () => SettingsDraftView
  /** Shows a change without saving it, as while a text is typed. */
  readonly set: (change: StorySettingsUpdate) => void
  /** Saves what is not saved, after what is being saved. */
  readonly commit: () => Promise<void>
  /** Call with new stored settings: they replace what was saved. */
  readonly settle: () => void
}

type Save = (change: StorySettingsUpdate) => Promise<UserError | null>

export function createSettingsDraft(key: string, save: Save): SettingsDraft {
  const kept = readSettingsChange(readDraft(key))
  let unsaved: ReadonlySet<string> = new Set(keysOf(kept))
  let view: SettingsDraftView = { change: kept, isUnsaved: unsaved.size > 0, isSaving: false, error: null }
  let last: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()

  function show(next: Partial<SettingsDraftView>): void {
    view = { ...view, ...next, isUnsaved: unsaved.size > 0 }
    const text = unsaved.size === 0 ? '' : JSON.stringify(pickSettings(view.change, unsaved))
    writeDraft(key, text)
    for (const listener of listeners) listener()
  }

  async function saveUnsaved(): Promise<void> {
    if (unsaved.size === 0) return
    const sent = pickSettings(view.change, unsaved)
    show({ isSaving: true })
    const error = await save(sent)
    if (error === null) {
      const isNewer = (name: keyof StorySettingsUpdate) => view.change[name] !== sent[name]
      const done = new Set<string>(keysOf(sent).filter((name) => !isNewer(name)))
      unsaved = new Set([...unsaved].filter((name) => !done.has(name)))
    }
    show({ isSaving: false, error })
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getView: () => view,
    set(change) {
      unsaved = new Set([...unsaved, ...keysOf(change)])
      show({ change: { ...view.change, ...change } })
    },
    commit() {
      last = last.then(saveUnsaved)
      return last
    },
    settle() {
      if (keysOf(view.change).some((name) => !unsaved.has(name))) show({ change: pickSettings(view.change, unsaved) })
    },
  }
}
