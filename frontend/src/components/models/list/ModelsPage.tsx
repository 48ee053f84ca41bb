import type { ReactNode } from 'react'

import { ButtonLink } from '../../common/buttons/ButtonLink.tsx'
import { commonText } from '../../../text/common.ts'
import { modelsText } from '../../../text/models.ts'
import type { ModelConfigImported, ModelConfigList, Provider } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { RouteHeading } from '../../common/RouteHeading.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { NoModels } from './NoModels.tsx'
import { ImportButton } from './ImportButton.tsx'
import { ImportReport } from './ImportReport.tsx'
import { ModelList } from './ModelList.tsx'
import type { ModelListActions } from './modelListActions.ts'
import styles from './ModelsPage.module.css'
import { UnsupportedModels } from './UnsupportedModels.tsx'
import { isBuiltin } from '../../common/isBuiltin.ts'

interface ModelsPageProps {
  readonly list: ModelConfigList
  readonly providers: readonly Provider[]
  /** What models have cost so far, by their id. */
  readonly costs: ReadonlyMap<string, string>
  readonly actions: ModelListActions
  readonly onAddBuiltin: () => void
  readonly exportHref: string
  readonly onImport: (text: string) => void
  readonly imported: ModelConfigImported | null
  readonly error: UserError | null
}

export function ModelsPage(props: ModelsPageProps) {
  const { list, providers, costs, actions, onAddBuiltin, exportHref, onImport, imported, error } = props
  const hasBuiltin = list.data.some(({ provider }) => isBuiltin(provider))
  const isEmpty = list.data.every(({ provider }) => isBuiltin(provider))
  return (
    <div className={styles.page}>
      <RouteHeading title={modelsText('title')} className={styles.heading}>
        {modelsText('title')}
      </RouteHeading>
      <p className={styles.lead}>{modelsText('lead')}</p>
      {isEmpty ? <NoModels onAddBuiltin={hasBuiltin ? null : onAddBuiltin} /> : <Add />}
      {error !== null && <ErrorNotice error={error} />}
      {imported !== null && <ImportReport imported={imported} />}
      {list.data.length > 0 && <ModelList configs={list.data} providers={providers} costs={costs} actions={actions} />}
      {list.unsupported.length > 0 && <UnsupportedModels models={list.unsupported} onDelete={actions.remove} />}
      <section className={styles.file} aria-label={modelsText('transfer.label')}>
        {!isEmpty && (
          <a href={exportHref} download className={styles.export}>
            {modelsText('transfer.export')}
          </a>
        )}
        <ImportButton onImport={onImport} />
        {!isEmpty && <p className={styles.note}>{modelsText('transfer.note')}</p>}
      </section>
    </div>
  )
}

const Add = (): ReactNode => (
  <div>
    <ButtonLink href="/models/new">{commonText('createModel')}</ButtonLink>
  </div>
)
