import { Button, Modal, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSpeech } from '../../i18n/language-context.ts'
import classes from './token-dialog.module.css'

interface TokenDialogProps {
  readonly isOpen: boolean
  /** A token was sent, and the server did not take it. */
  readonly wasRefused: boolean
  onSave(token: string): void
  onClose(): void
}

/** Asks for the credential that the server wants, and says what it is. */
export function TokenDialog({ isOpen, wasRefused, onSave, onClose }: TokenDialogProps) {
  const { words } = useSpeech()
  const { token: text } = words.shell
  const [token, setToken] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (token.trim() !== '') onSave(token.trim())
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={text.title}
      closeButtonProps={{ 'aria-label': words.shell.close }}
      centered
    >
      <form onSubmit={save} className={classes.form}>
        <p>{text.body}</p>
        <p className="muted small">{text.kept}</p>
        <PasswordInput
          label={text.label}
          value={token}
          onChange={event => setToken(event.currentTarget.value)}
          error={wasRefused ? text.refused : null}
          autoComplete="off"
          data-autofocus
        />
        <Button type="submit" disabled={token.trim() === ''}>
          {text.save}
        </Button>
      </form>
    </Modal>
  )
}
