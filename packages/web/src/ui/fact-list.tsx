import type { ReactNode } from 'react'
import classes from './fact-list.module.css'

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Names with their values, a line each. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.list}>
      {facts.map(({ name, value }) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
