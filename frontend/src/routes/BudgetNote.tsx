import { useEffect } from 'react'

import { BudgetWarning } from '../components/budgets/BudgetWarning.tsx'
import { useGetBudgetsQuery } from '../services/budgets.ts'

interface BudgetNoteProps {
  readonly sessionId: string
  /** The last answer that has ended; null while one arrives. */
  readonly turn: string | null
}

/** Says beside a story when a budget is nearly used up. It is looked up after each turn. */
export function BudgetNote({ sessionId, turn }: BudgetNoteProps) {
  const { data, refetch } = useGetBudgetsQuery(sessionId, { refetchOnMountOrArgChange: true })
  useEffect(() => {
    if (turn !== null) void refetch()
  }, [turn, refetch])
  return data === undefined ? null : <BudgetWarning budgets={data} sessionId={sessionId} />
}
