import '../ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { initialLanguage } from '../i18n/stored-language.ts'
import { App } from './app.tsx'

const catalogue = await loadCatalogue(initialLanguage(location.search))

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App catalogue={catalogue} />
  </StrictMode>,
)
