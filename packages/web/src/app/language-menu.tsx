import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { LANGUAGE_NAMES, LANGUAGES, type Language, localeOf } from '../i18n/language.ts'
import { useSetLanguage, useSpeech } from '../i18n/language-context.ts'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { Icon } from '../ui/icon.tsx'

export function LanguageMenu() {
  const { words, language } = useSpeech()
  const choose = useChooseLanguage()
  return (
    <ChoiceMenu
      label={words.shell.language}
      value={language}
      options={LANGUAGES.map(name => ({ value: name, text: LANGUAGE_NAMES[name], lang: localeOf(name) }))}
      onChange={choose}
    >
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Icon name="globe" size={16} />}
        aria-label={`${words.shell.language}: ${LANGUAGE_NAMES[language]}`}
      >
        {language.toUpperCase()}
      </Button>
    </ChoiceMenu>
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
