import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react'

/** The one way to the server; each service adds its endpoints. */
export const api = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: '/api' }),
  tagTypes: ['Gamebook', 'Session', 'ModelConfig'],
  endpoints: () => ({}),
})
