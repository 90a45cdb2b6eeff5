import type { MantineColorSchemeManager } from '@mantine/core'
import { colorSchemeOf, themeNameOf } from './theme-name.ts'

const KEY = 'ab-test:theme'

/** Keeps the choice of theme in this browser, and follows a change made in another tab. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: () => colorSchemeOf(localStorage.getItem(KEY)),
  set: scheme => localStorage.setItem(KEY, themeNameOf(scheme)),
  subscribe: onUpdate => {
    listener = event => event.key === KEY && onUpdate(colorSchemeOf(event.newValue))
    window.addEventListener('storage', listener)
  },
  unsubscribe: () => {
    if (listener !== null) window.removeEventListener('storage', listener)
  },
  clear: () => localStorage.removeItem(KEY),
}

let listener: ((event: StorageEvent) => void) | null = null
