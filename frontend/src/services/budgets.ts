import type { Budget, BudgetCreate, BudgetList } from '../types/api.ts'
import { api } from './api.ts'

const budgetApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** With a session, the budgets of each session say what this one has used. */
    getBudgets: build.query<Budget[], string | null>({
      query: (sessionId) => ({ url: 'budgets/', params: sessionId === null ? {} : { sessionId } }),
      transformResponse: (list: BudgetList) => list.data,
      providesTags: ['Budget'],
    }),
    createBudget: build.mutation<Budget, BudgetCreate>({
      query: (body) => ({ url: 'budgets/', method: 'POST', body }),
      invalidatesTags: ['Budget'],
    }),
    changeBudget: build.mutation<Budget, { id: string; limit: number }>({
      query: ({ id, limit }) => ({ url: `budgets/${id}`, method: 'PATCH', body: { limit } }),
      invalidatesTags: ['Budget'],
    }),
    deleteBudget: build.mutation<null, string>({
      query: (id) => ({ url: `budgets/${id}`, method: 'DELETE' }),
      invalidatesTags: ['Budget'],
    }),
  }),
})

export const { useGetBudgetsQuery, useCreateBudgetMutation, useChangeBudgetMutation, useDeleteBudgetMutation } =
  budgetApi
