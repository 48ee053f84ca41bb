import { Link } from 'wouter'

import { Button } from '../../common/buttons/Button.tsx'
import { ButtonLink } from '../../common/buttons/ButtonLink.tsx'
import { commonText } from '../../../text/common.ts'
import { modelsText } from '../../../text/models.ts'
import styles from './NoModels.module.css'

interface NoModelsProps {
  /** Creates the built-in narrator again after it was deleted; null if it exists. */
  readonly onAddBuiltin: (() => void) | null
}

/** Shown until a language model is added: two ways to play. */
export function NoModels({ onAddBuiltin }: NoModelsProps) {
  return (
    <div className={styles.ways}>
      <div className={styles.way}>
        <h2 className={styles.heading}>{modelsText('noModels.builtinTitle')}</h2>
        <p>{modelsText('noModels.builtin')}</p>
        {onAddBuiltin === null ? (
          <Link href="/">{modelsText('noModels.browse')}</Link>
        ) : (
          <Button variant="outlined" onClick={onAddBuiltin}>
            {modelsText('noModels.restore')}
          </Button>
        )}
      </div>
      <div className={styles.way}>
        <h2 className={styles.heading}>{modelsText('noModels.modelTitle')}</h2>
        <p>{modelsText('noModels.model')}</p>
        <ButtonLink href="/models/new">{commonText('createModel')}</ButtonLink>
      </div>
    </div>
  )
}
