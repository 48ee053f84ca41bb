import { Link, useSearchParams } from 'wouter'

import styles from '../components/budgets/Budgets.module.css'
import { RouteHeading } from '../components/common/RouteHeading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { budgetText } from '../text/budgets.ts'
import { BudgetsPanel } from './BudgetsPanel.tsx'

export function BudgetsRoute() {
  const [search] = useSearchParams()
  const sessionId = SESSION.exec(search.get('from') ?? '')?.[1] ?? null
  return (
    <PageFrame>
      <div className={styles.page}>
        <RouteHeading title={budgetText('title')} className={styles.title}>
          {budgetText('title')}
        </RouteHeading>
        <p>{budgetText('lead')}</p>
        <BudgetsPanel raisedId={search.get('raise')} sessionId={sessionId} />
        {sessionId !== null && (
          <Link href={`/sessions/${sessionId}`} className={styles.link}>
            {budgetText('backToStory')}
          </Link>
        )}
      </div>
    </PageFrame>
  )
}

/** The page of a session, to which this one leads back. */
const SESSION = /^\/sessions\/([\w-]+)$/
