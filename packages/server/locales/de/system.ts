import type { system as english } from '../en/system.ts'
import type { Translation } from '../translation.ts'

export const system: Translation<typeof english> = {
  topology:
    'Ein Prozess bedient diese Installation. Limits und Zähler liegen in seinem Speicher und beginnen bei jedem Start von vorn.',
  topologyPostgres:
    'Ein Prozess bedient diese Installation, denn die Ereignisse liegen in seiner eigenen Datei. Grenzen stehen in PostgreSQL, Zähler im Speicher des Prozesses.',
  topologySeveral:
    'Mehrere Prozesse dürfen diese Installation bedienen: Sie teilen PostgreSQL und ClickHouse und damit die Grenzen. Zähler gelten für den Prozess, der antwortet.',
  retention:
    'Was älter als seine Frist ist, wird einmal am Tag und auf Anfrage gelöscht, Ereignisse nur aus archivierten Experimenten. Eine Frist von 0 Tagen bewahrt für immer auf.',
}
