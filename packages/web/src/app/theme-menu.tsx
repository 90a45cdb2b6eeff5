import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { useSpeech } from '../i18n/language-context.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { colorSchemeOf, THEME_NAMES, type ThemeName, themeNameOf } from './theme-name.ts'

const ICONS: Readonly<Record<ThemeName, IconName>> = { light: 'sun', dark: 'moon', system: 'system' }

export function ThemeMenu() {
  const { shell } = useSpeech().words
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const current = themeNameOf(colorScheme)
  const label = `${shell.theme}: ${shell.themes[current]}`
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label}>
          <Icon name={ICONS[current]} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={shell.theme}>
        {THEME_NAMES.map(name => (
          <Menu.Item
            key={name}
            role="menuitemradio"
            aria-checked={name === current}
            leftSection={<Icon name={ICONS[name]} size={16} />}
            rightSection={name === current ? <Icon name="check" size={14} /> : null}
            onClick={() => setColorScheme(colorSchemeOf(name))}
          >
            {shell.themes[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
