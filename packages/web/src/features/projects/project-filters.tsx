import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useSpeech } from '../../i18n/language-context.ts'
import { type ListSearch, METRIC_TYPES, readListSearch, SORTS, STATUSES } from './list-search.ts'
import classes from './project-list.module.css'

const TYPING_PAUSE_MS = 250

export function ProjectFilters({ search, onSearch }: { search: ListSearch; onSearch: (search: ListSearch) => void }) {
  const { projects: text } = useSpeech().words
  const change = (part: Readonly<Record<string, string>>) => onSearch(readListSearch({ ...search, ...part }))
  return (
    <search className={classes.filters}>
      <SearchField value={search.q ?? ''} onChange={q => change({ q })} />
      <Choice
        label={text.status}
        value={search.status ?? 'active'}
        options={STATUSES.map(name => [name, text.statuses[name]])}
        onChange={status => change({ status })}
      />
      <Choice
        label={text.metricType}
        value={search.metric ?? 'all'}
        options={METRIC_TYPES.map(name => [name, text.metricTypes[name]])}
        onChange={metric => change({ metric })}
      />
      <Choice
        label={text.sort}
        value={search.sort ?? 'updated_desc'}
        options={SORTS.map(name => [name, text.sorts[name]])}
        onChange={sort => change({ sort })}
      />
    </search>
  )
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { projects: text } = useSpeech().words
  const [typed, setTyped] = useState(value)
  const changeLater = useDebouncedCallback(onChange, TYPING_PAUSE_MS)
  // The address may change by itself: the back button, or the reset.
  useEffect(() => setTyped(value), [value])
  return (
    <TextInput
      className={classes.search}
      type="search"
      label={text.search}
      placeholder={text.searchHint}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        changeLater(event.currentTarget.value)
      }}
    />
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  onChange(value: string): void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={options.map(([name, text]) => ({ value: name, label: text }))}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
