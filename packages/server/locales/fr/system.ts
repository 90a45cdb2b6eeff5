import type { system as english } from '../en/system.ts'
import type { Translation } from '../translation.ts'

export const system: Translation<typeof english> = {
  topology:
    'Un seul processus sert cette installation. Les limites et les compteurs sont dans sa mémoire et repartent de zéro à chaque démarrage.',
  retention:
    'Ce qui dépasse son délai est effacé une fois par jour et sur demande ; les événements, seulement ceux des expériences archivées. Un délai de 0 jour conserve pour toujours.',
}
