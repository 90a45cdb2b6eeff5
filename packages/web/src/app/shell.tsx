import { Outlet } from '@tanstack/react-router'
import { useSpeech } from '../i18n/language-context.ts'
import { Header } from './header.tsx'
import classes from './shell.module.css'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { useDirectionSync } from './use-direction-sync.ts'
import { useRouteFocus } from './use-route-focus.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** What stands around every page. */
export function Shell() {
  const { shell } = useSpeech().words
  const shortcuts = useShortcuts()
  const main = useRouteFocus()
  useDirectionSync()
  return (
    <>
      <a className={classes.skip} href="#main">
        {shell.skip}
      </a>
      <Header onShortcuts={shortcuts.open} />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <ShortcutsDialog isOpen={shortcuts.isOpen} onClose={shortcuts.close} />
    </>
  )
}
