import { Suspense } from 'react'
import { Provider } from 'react-redux'
import { Route, Switch, useLocation } from 'wouter'

import { ErrorBoundary } from './components/common/ErrorBoundary.tsx'
import { PageLoading } from './components/common/PageLoading.tsx'
import { AppLayout } from './components/layout/AppLayout.tsx'
import { BudgetsRoute } from './routes/lazyBudgetsRoute.ts'
import { GamebookRoute } from './routes/lazyGamebookRoute.ts'
import { MemoryRoute } from './routes/lazyMemoryRoute.ts'
import { ModelConfigRoute } from './routes/lazyModelConfigRoute.ts'
import { ModelsRoute } from './routes/lazyModelsRoute.ts'
import {
  AnswerRequestsRoute,
  NextRequestRoute,
  OtherRequestsRoute,
  RequestRoute,
  SessionUsageRoute,
} from './routes/lazyRequestRoutes.ts'
import { SessionSettingsRoute, SettingsRoute } from './routes/lazySettingsRoutes.ts'
import { SessionRoute } from './routes/lazySessionRoute.ts'
import { UsageRoute } from './routes/lazyUsageRoutes.ts'
import { LibraryRoute } from './routes/LibraryRoute.tsx'
import { NotFoundRoute } from './routes/NotFoundRoute.tsx'
import type { AppStore } from './store.ts'
import { useThemeAttributes } from './theme/useThemeAttributes.ts'

interface AppProps {
  readonly store: AppStore
}

export function App({ store }: AppProps) {
  const [location] = useLocation()
  useThemeAttributes()
  return (
    <Provider store={store}>
      <AppLayout>
        <ErrorBoundary key={location}>
          <Suspense fallback={<PageLoading />}>
            <Switch>
              <Route path="/">
                <LibraryRoute />
              </Route>
              <Route path="/gamebooks/:namespace/:name">
                {({ namespace, name }) => (
                  <GamebookRoute key={`${namespace}/${name}`} gamebookId={`${namespace}/${name}`} />
                )}
              </Route>
              <Route path="/sessions/:id">{({ id }) => <SessionRoute key={id} sessionId={id} />}</Route>
              <Route path="/sessions/:id/memory">{({ id }) => <MemoryRoute key={id} sessionId={id} />}</Route>
              <Route path="/sessions/:id/settings">
                {({ id }) => <SessionSettingsRoute key={id} sessionId={id} />}
              </Route>
              <Route path="/sessions/:sessionId/answers/:messageId">
                {({ sessionId, messageId }) => (
                  <AnswerRequestsRoute key={messageId} sessionId={sessionId} messageId={messageId} />
                )}
              </Route>
              <Route path="/sessions/:id/requests">{({ id }) => <SessionUsageRoute key={id} sessionId={id} />}</Route>
              <Route path="/sessions/:id/next-request">
                {({ id }) => <NextRequestRoute key={id} sessionId={id} />}
              </Route>
              <Route path="/sessions/:sessionId/requests/:id">
                {({ sessionId, id }) => <RequestRoute key={id} sessionId={sessionId} requestId={id} />}
              </Route>
              <Route path="/requests">
                <OtherRequestsRoute />
              </Route>
              <Route path="/requests/:id">
                {({ id }) => <RequestRoute key={id} sessionId={null} requestId={id} />}
              </Route>
              <Route path="/usage">
                <UsageRoute />
              </Route>
              <Route path="/settings">
                <SettingsRoute />
              </Route>
              <Route path="/budgets">
                <BudgetsRoute />
              </Route>
              <Route path="/models">
                <ModelsRoute />
              </Route>
              <Route path="/models/new">
                <ModelConfigRoute key="new" id={null} />
              </Route>
              <Route path="/models/:id">{({ id }) => <ModelConfigRoute key={id} id={id} />}</Route>
              <Route>
                <NotFoundRoute />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </AppLayout>
    </Provider>
  )
}
