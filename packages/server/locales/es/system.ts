import type { system as english } from '../en/system.ts'
import type { Translation } from '../translation.ts'

export const system: Translation<typeof english> = {
  topology:
    'Un solo proceso atiende esta instalación. Los límites y los contadores están en su memoria y empiezan de nuevo en cada arranque.',
  topologyPostgres:
    'Un solo proceso atiende esta instalación, pues los eventos están en su propio archivo. Los límites se guardan en PostgreSQL y los contadores en la memoria del proceso.',
  topologySeveral:
    'Varios procesos pueden atender esta instalación: comparten PostgreSQL y ClickHouse y, con ellos, los límites. Los contadores son del proceso que responde.',
  retention:
    'Lo que supera su plazo se borra una vez al día y cuando se pide; los eventos, solo de experimentos archivados. Un plazo de 0 días conserva para siempre.',
}
