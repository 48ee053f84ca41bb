import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'
import { useMemo } from 'react'

import type { BudgetActions, BudgetRefusal } from '../components/budgets/budgetActions.ts'
import { BudgetSection } from '../components/budgets/BudgetSection.tsx'
import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import {
  useChangeBudgetMutation,
  useCreateBudgetMutation,
  useDeleteBudgetMutation,
  useGetBudgetsQuery,
} from '../services/budgets.ts'
import { toFieldErrors } from '../services/toFieldErrors.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'

interface BudgetsPanelProps {
  readonly raisedId?: string | null
  /** Shows what this session has used of the budgets of each session. */
  readonly sessionId?: string | null
}

/** Budgets with their requests, for any page. */
export function BudgetsPanel({ raisedId = null, sessionId = null }: BudgetsPanelProps) {
  const budgets = useGetBudgetsQuery(sessionId, { refetchOnMountOrArgChange: true })
  const [createBudget] = useCreateBudgetMutation()
  const [changeBudget] = useChangeBudgetMutation()
  const [deleteBudget] = useDeleteBudgetMutation()
  const actions = useMemo(
    (): BudgetActions => ({
      create: (budget) => settle(createBudget(budget)),
      change: (id, limit) => settle(changeBudget({ id, limit })),
      remove: (id) => settle(deleteBudget(id)),
    }),
    [createBudget, changeBudget, deleteBudget],
  )
  if (budgets.data !== undefined) {
    return <BudgetSection budgets={budgets.data} raisedId={raisedId} actions={actions} />
  }
  if (budgets.error === undefined) return <PageLoading />
  return (
    <ErrorNotice error={toUserError(budgets.error)}>
      <Button onClick={() => void budgets.refetch()}>{commonText('tryAgain')}</Button>
    </ErrorNotice>
  )
}

async function settle(
  request: PromiseLike<{ readonly error?: FetchBaseQueryError | SerializedError | undefined }>,
): Promise<BudgetRefusal | null> {
  const { error } = await request
  return error === undefined ? null : { limit: toFieldErrors(error)['limit'], error: toUserError(error) }
}
