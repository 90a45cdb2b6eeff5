import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'

interface ChoiceMenuProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly text: string; readonly lang?: string }[]
  onChange(value: Value): void
  /** The button that opens it. */
  readonly children: ReactNode
}

/** A menu of which one entry is chosen. */
export function ChoiceMenu<Value extends string>({
  label,
  value,
  options,
  onChange,
  children,
}: ChoiceMenuProps<Value>) {
  const choose = (text: string | null) => {
    const chosen = options.find(option => option.value === text)
    if (chosen !== undefined) onChange(chosen.value)
  }
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.RadioGroup value={value} onChange={choose}>
          {options.map(option => (
            <Menu.RadioItem key={option.value} value={option.value} lang={option.lang} closeMenuOnClick>
              {option.text}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
