import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

/** A titled part of a page. */
export function Panel(props: { title: string; note?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.header}>
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </header>
      {props.note !== undefined && <p className={classes.note}>{props.note}</p>}
      {props.children}
    </section>
  )
}
