import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

import { findDefaultSettings, saveDefaultSettings } from '../../../db/models/sessionSettings.ts'
import { DEFAULT_SETTINGS } from '../../../sessions/sessionSettings.ts'
import type { AppServices } from '../../appServices.ts'
import { StorySettings, StorySettingsUpdate } from '../../schemas/storySettings.ts'
import { changeSettings } from '../../session/changeSettings.ts'

const tags = ['Settings']

export function settingsRouter({ db }: Pick<AppServices, 'db'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/',
      { schema: { tags, summary: 'Get the story settings of new sessions', response: { 200: StorySettings } } },
      async () => findDefaultSettings(db),
    )

    app.put(
      '/',
      {
        schema: {
          tags,
          summary: 'Replace the story settings of new sessions; omitted ones are reset',
          body: StorySettingsUpdate,
          response: { 200: StorySettings },
        },
      },
      async (request) => {
        const settings = await changeSettings(db, DEFAULT_SETTINGS, request.body)
        await saveDefaultSettings(db, settings)
        return settings
      },
    )
  }
}
