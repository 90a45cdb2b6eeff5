import { DirectionProvider, MantineProvider } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { LanguageProvider } from '../i18n/language-provider.tsx'
import type { LoadedCatalogue } from '../i18n/load-catalogue.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { cssVariables, theme } from '../ui/theme.ts'
import { ApiProvider } from './api-provider.tsx'
import { colorSchemeManager } from './color-scheme-manager.ts'
import { CrashBoundary } from './crash-boundary.tsx'
import { router } from './router.tsx'

/** Everything that a page stands on. */
export function App({ catalogue }: { catalogue: LoadedCatalogue }) {
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
      >
        <LanguageProvider initial={catalogue}>
          <CrashBoundary>
            <LiveRegion>
              <ApiProvider>
                <RouterProvider router={router} />
              </ApiProvider>
            </LiveRegion>
          </CrashBoundary>
        </LanguageProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
