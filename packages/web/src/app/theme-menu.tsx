import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { useSpeech } from '../i18n/language-context.ts'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { colorSchemeOf, THEME_NAMES, type ThemeName, themeNameOf } from './theme-name.ts'

const ICONS: Readonly<Record<ThemeName, IconName>> = { light: 'sun', dark: 'moon', system: 'system' }

export function ThemeMenu() {
  const { shell } = useSpeech().words
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const current = themeNameOf(colorScheme)
  const label = `${shell.theme}: ${shell.themes[current]}`
  return (
    <ChoiceMenu
      label={shell.theme}
      value={current}
      options={THEME_NAMES.map(name => ({ value: name, text: shell.themes[name] }))}
      onChange={name => setColorScheme(colorSchemeOf(name))}
    >
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label}>
        <Icon name={ICONS[current]} />
      </ActionIcon>
    </ChoiceMenu>
  )
}
