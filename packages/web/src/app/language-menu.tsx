import { Button, Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { LANGUAGE_NAMES, LANGUAGES, type Language, localeOf } from '../i18n/language.ts'
import { useSetLanguage, useSpeech } from '../i18n/language-context.ts'
import { Icon } from '../ui/icon.tsx'

export function LanguageMenu() {
  const { words, language } = useSpeech()
  const choose = useChooseLanguage()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<Icon name="globe" size={16} />}
          aria-label={`${words.shell.language}: ${LANGUAGE_NAMES[language]}`}
        >
          {language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={words.shell.language}>
        {LANGUAGES.map(name => (
          <Menu.Item
            key={name}
            role="menuitemradio"
            aria-checked={name === language}
            lang={localeOf(name)}
            rightSection={name === language ? <Icon name="check" size={14} /> : null}
            onClick={() => choose(name)}
          >
            {LANGUAGE_NAMES[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

// A language that stands in the address would come back at the next reload.
function useChooseLanguage(): (language: Language) => void {
  const setLanguage = useSetLanguage()
  const navigate = useNavigate()
  return language => {
    setLanguage(language)
    if (new URLSearchParams(location.search).has('lang')) {
      void navigate({ to: '.', search: ({ lang: _, ...rest }: Record<string, unknown>) => rest, replace: true })
    }
  }
}
