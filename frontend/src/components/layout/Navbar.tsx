import { useMemo } from 'react'
import { Link, useLocation, useRoute } from 'wouter'

import {
  useDeleteModelConfigMutation,
  useDuplicateModelConfigMutation,
  useGetModelConfigsQuery,
} from '../../services/modelConfig.ts'
import { useGetSessionsQuery } from '../../services/session.ts'
import { toUserError } from '../../services/toUserError.ts'
import { commonText } from '../../text/common.ts'
import { layoutText } from '../../text/layout.ts'
import styles from './Navbar.module.css'
import { type NavbarModelActions, NavbarModels } from './NavbarModels.tsx'
import { RecentSessions } from './RecentSessions.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

const RECENT = 8

export function Navbar() {
  const { data: sessions = [] } = useGetSessionsQuery({ limit: RECENT })
  const { data: models } = useGetModelConfigsQuery(undefined)
  const [isLibrary] = useRoute('/')
  const [isUsage] = useRoute('/usage')
  const [isSettings] = useRoute('/settings')
  const actions = useModelActions()
  return (
    <nav id="navbar" className={styles.navbar} aria-label={layoutText('navigation')}>
      <p className={styles.name}>{commonText('appName')}</p>
      <Link href="/" className={styles.link} aria-current={isLibrary ? 'page' : undefined}>
        {layoutText('gamebooks')}
      </Link>
      {sessions.length > 0 && <RecentSessions sessions={sessions} />}
      {models !== undefined && <NavbarModels configs={models.data} actions={actions} />}
      <div className={styles.foot}>
        <Link href="/usage" className={styles.link} aria-current={isUsage ? 'page' : undefined}>
          {layoutText('usage')}
        </Link>
        <Link href="/settings" className={styles.link} aria-current={isSettings ? 'page' : undefined}>
          {layoutText('storySettings')}
        </Link>
        <ThemeSwitch />
      </div>
    </nav>
  )
}

function useModelActions(): NavbarModelActions {
  const [location, navigate] = useLocation()
  const [duplicateModelConfig] = useDuplicateModelConfigMutation()
  const [deleteModelConfig] = useDeleteModelConfigMutation()
  return useMemo(
    () => ({
      async duplicate(id) {
        const { data, error } = await duplicateModelConfig(id)
        if (data !== undefined) navigate(`/models/${data.id}`)
        return error === undefined ? null : toUserError(error)
      },
      async remove(id) {
        const { error } = await deleteModelConfig(id)
        if (error !== undefined) return toUserError(error)
        if (location === `/models/${id}`) navigate('/models')
        return null
      },
    }),
    [location, navigate, duplicateModelConfig, deleteModelConfig],
  )
}
