import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/** `?` lists the shortcuts, `/` goes to the search. Keys that are typed into a field are left alone. */
export function useShortcuts() {
  const [isOpen, setOpen] = useState(false)
  const navigate = useNavigate()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') setOpen(true)
      if (event.key !== '/') return
      event.preventDefault()
      if (!focusSearch()) void navigate({ to: '/', search: {} }).then(() => setTimeout(focusSearch, 100))
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [navigate])
  return { isOpen, open: () => setOpen(true), close: () => setOpen(false) }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  field?.focus()
  return field !== null
}
