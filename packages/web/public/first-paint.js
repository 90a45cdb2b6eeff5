// Runs before the first paint, so that neither the colours nor the direction of the page flip when the app starts.
;(() => {
  const root = document.documentElement
  const read = key => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const theme = read('ab-test:theme')
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
  const language = new URLSearchParams(location.search).get('lang') ?? read('ab-test:language')
  if (language === 'ar') root.setAttribute('dir', 'rtl')
})()
