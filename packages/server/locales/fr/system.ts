import type { system as english } from '../en/system.ts'
import type { Translation } from '../translation.ts'

export const system: Translation<typeof english> = {
  topology:
    'Un seul processus sert cette installation. Les limites et les compteurs sont dans sa mémoire et repartent de zéro à chaque démarrage.',
  topologyPostgres:
    'Un seul processus sert cette installation, car les événements sont dans son propre fichier. Les limites sont dans PostgreSQL, les compteurs dans la mémoire du processus.',
  topologySeveral:
    'Plusieurs processus peuvent servir cette installation : ils partagent PostgreSQL et ClickHouse, et donc les limites. Les compteurs sont ceux du processus qui répond.',
  retention:
    'Ce qui dépasse son délai est effacé une fois par jour et sur demande ; les événements, seulement ceux des expériences archivées. Un délai de 0 jour conserve pour toujours.',
}
