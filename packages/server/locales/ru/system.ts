import type { system as english } from '../en/system.ts'
import type { Translation } from '../translation.ts'

export const system: Translation<typeof english> = {
  topology:
    'Эту установку обслуживает один процесс. Ограничения и счётчики хранятся в его памяти и после запуска начинаются заново.',
  retention:
    'Всё, что старше своего срока, удаляется раз в день и по запросу; события — только из архивных экспериментов. Срок в 0 дней означает бессрочное хранение.',
}
