import { beforeEach, describe, expect, it } from 'vitest'

import type { StorySettingsUpdate } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { readSettingsChange } from './settingsChange.ts'
import { createSettingsDraft } from './settingsDraft.ts'

const FULL: UserError = { code: 'disk-full', detail: 'The disk is full.', hint: 'Free some space.' }
beforeEach(() => sessionStorage.clear())

function open(...answers: (UserError | null)[]) {
  const sent: StorySettingsUpdate[] = []
  const save = async (change: StorySettingsUpdate): Promise<UserError | null> => {
    sent.push(change)
    return answers.shift() ?? null
  }
  return { sent, draft: createSettingsDraft('settings:1', save), reopen: () => createSettingsDraft('settings:1', save) }
}

describe('a draft of settings', () => {
  it('saves each change once, and shows it until the stored settings have it', async () => {
    const { draft, sent } = open()
    draft.set({ person: 'first' })
    expect(draft.getView()).toMatchObject({ change: { person: 'first' }, isUnsaved: true })
    await draft.commit()
    await draft.commit()
    expect(sent).toEqual([{ person: 'first' }])
    expect(draft.getView()).toMatchObject({ change: { person: 'first' }, isUnsaved: false, error: null })
    draft.settle()
    expect(draft.getView().change).toEqual({})
  })

  it('keeps what could not be saved, also after a reload, and saves it with the next change', async () => {
    const { draft, sent, reopen } = open(FULL)
    draft.set({ tone: 'dry' })
    await draft.commit()
    expect(draft.getView()).toMatchObject({ change: { tone: 'dry' }, isUnsaved: true, error: FULL })
    draft.settle()
    const later = reopen()
    expect(later.getView()).toMatchObject({ change: { tone: 'dry' }, isUnsaved: true })
    later.set({ length: 90 })
    await later.commit()
    expect(sent.at(-1)).toEqual({ tone: 'dry', length: 90 })
    expect(reopen().getView()).toMatchObject({ change: {}, isUnsaved: false })
  })

  it('keeps what is typed while it is saved, and what another page has changed since gives way', async () => {
    const { draft, sent } = open()
    draft.set({ tone: 'd', tense: 'past' })
    const saved = draft.commit()
    await Promise.resolve()
    draft.set({ tone: 'dry' })
    await saved
    draft.settle()
    expect(draft.getView()).toMatchObject({ change: { tone: 'dry' }, isUnsaved: true })
    await draft.commit()
    expect(sent).toEqual([{ tone: 'd', tense: 'past' }, { tone: 'dry' }])
  })
})

describe('a kept change', () => {
  it.each(['', 'null', '[', '{"person":"fifth"}', '{"tone":5}', '{"unknown":null}'])(
    'is dropped if it is %s',
    (text) => {
      expect(readSettingsChange(text)).toEqual({})
    },
  )

  it('is read as it was written', () => {
    const change = { person: null, length: 90, tone: 'dry', memory: 'off' }
    expect(readSettingsChange(JSON.stringify(change))).toEqual(change)
  })
})
