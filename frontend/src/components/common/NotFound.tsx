import { Link } from 'wouter'

import { commonText } from '../../text/common.ts'
import styles from './NotFound.module.css'
import { RouteHeading } from './RouteHeading.tsx'

interface NotFoundProps {
  readonly what: 'page' | 'gamebook' | 'model' | 'session' | 'request'
}

export function NotFound({ what }: NotFoundProps) {
  return (
    <div className={styles.page}>
      <RouteHeading title={commonText('notFound.title')} className={styles.heading}>
        {commonText(`notFound.${what}`)}
      </RouteHeading>
      <p className={styles.hint}>{commonText('notFound.hint')}</p>
      <Link href="/">{commonText('notFound.back')}</Link>
    </div>
  )
}
