import { useNavigate, useSearch } from '@tanstack/react-router'
import { ProjectListPage } from '../features/projects/project-list-page.tsx'
import { useApi } from './api-provider.tsx'

export function ProjectListRoute() {
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  return (
    <ProjectListPage api={useApi()} search={search} onSearch={next => void navigate({ search: next, replace: true })} />
  )
}
