import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react'

/** The client of the server's API. Each service adds its endpoints. */
export const api = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: '/api' }),
  tagTypes: ['Gamebook', 'Session', 'ModelConfig', 'Memory', 'Prices', 'RequestTexts', 'ModelReport', 'Budget'],
  endpoints: () => ({}),
})
