import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readListSearch } from '../features/projects/list-search.ts'
import { CrashNotice } from './crash-boundary.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageSkeleton } from './page-skeleton.tsx'
import { Shell } from './shell.tsx'
import { parseSearch, stringifySearch } from './url-search.ts'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const projectList = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./project-list-route.tsx'), 'ProjectListRoute'),
})

const experiment = createRoute({
  getParentRoute: () => root,
  path: '/experiments/$experimentId',
  component: lazyRouteComponent(() => import('./experiment-route.tsx'), 'ExperimentRoute'),
})

export const router = createRouter({
  routeTree: root.addChildren([projectList, experiment]),
  parseSearch,
  stringifySearch,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: CrashNotice,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
