import { Kbd, Modal } from '@mantine/core'
import { useSpeech } from '../i18n/language-context.ts'
import classes from './shell.module.css'

export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { shell } = useSpeech().words
  const shortcuts = [
    ['/', shell.shortcutSearch],
    ['?', shell.shortcutHelp],
    ['Esc', shell.shortcutClose],
  ] as const
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={shell.shortcuts}
      closeButtonProps={{ 'aria-label': shell.close }}
      centered
      size="sm"
    >
      <dl className={classes.shortcuts}>
        {shortcuts.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
