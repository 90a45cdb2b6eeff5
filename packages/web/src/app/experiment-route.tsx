import { useParams } from '@tanstack/react-router'
import { ExperimentPage } from '../features/readout/experiment-page.tsx'
import { useApi } from './api-provider.tsx'

export function ExperimentRoute() {
  const { experimentId } = useParams({ from: '/experiments/$experimentId' })
  return <ExperimentPage key={experimentId} api={useApi()} experimentId={experimentId} />
}
