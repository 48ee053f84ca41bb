import { Link, useSearchParams } from 'wouter'

import styles from '../components/budgets/Budgets.module.css'
import { RouteHeading } from '../components/common/RouteHeading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import { budgetText } from '../text/budgets.ts'
import { BudgetsPanel } from './BudgetsPanel.tsx'

export function BudgetsRoute() {
  const [search] = useSearchParams()
  const sessionId = sessionIn(search.get('from') ?? '')
  return (
    <PageFrame>
      <div className={styles.page}>
        <header className={styles.header}>
          {sessionId !== null && (
            <Link href={`/sessions/${sessionId}`} className={styles.link}>
              {budgetText('backToStory')}
            </Link>
          )}
          <RouteHeading title={budgetText('title')} className={styles.title}>
            {budgetText('title')}
          </RouteHeading>
          <p className={styles.lead}>{budgetText('lead')}</p>
        </header>
        <BudgetsPanel raisedId={search.get('raise')} sessionId={sessionId} />
      </div>
    </PageFrame>
  )
}

/** The session whose page this one leads back to; null for any other page. */
function sessionIn(from: string): string | null {
  const [, section, id = '', ...more] = from.split('/')
  return section === 'sessions' && id !== '' && more.length === 0 ? id : null
}
