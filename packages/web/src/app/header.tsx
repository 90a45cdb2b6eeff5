import { ActionIcon } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSpeech } from '../i18n/language-context.ts'
import { Icon } from '../ui/icon.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { Mark } from './mark.tsx'
import classes from './shell.module.css'
import { ThemeMenu } from './theme-menu.tsx'

export function Header({ onShortcuts }: { onShortcuts: () => void }) {
  const { shell } = useSpeech().words
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Link to="/" className={classes.product}>
          <Mark />
          <span>{shell.product}</span>
        </Link>
        <nav className={classes.nav} aria-label={shell.navigation}>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {shell.experiments}
          </Link>
          <a href="/docs">{shell.apiDocs}</a>
        </nav>
        <div className={classes.tools}>
          <LanguageMenu />
          <ThemeMenu />
          <ActionIcon
            className={classes.keyboard}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={shell.shortcuts}
            title={shell.shortcuts}
            onClick={onShortcuts}
          >
            <Icon name="keyboard" />
          </ActionIcon>
        </div>
      </div>
    </header>
  )
}
