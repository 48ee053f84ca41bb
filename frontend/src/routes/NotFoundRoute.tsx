import { NotFound } from '../components/common/NotFound.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'

export function NotFoundRoute() {
  return (
    <PageFrame>
      <NotFound what="page" />
    </PageFrame>
  )
}
