import type { system as english } from '../en/system.ts'
import type { Translation } from '../translation.ts'

export const system: Translation<typeof english> = {
  topology: '此安装由一个进程提供服务。限流状态和计数器保存在其内存中，每次启动后重新开始。',
  topologyPostgres:
    '此安装由一个进程提供服务，因为事件存放在它自己的文件中。限流状态保存在 PostgreSQL 中，计数器保存在进程内存中。',
  topologySeveral:
    '此安装可由多个进程提供服务：它们共享 PostgreSQL 和 ClickHouse，限流也因此共享。计数器属于作答的进程。',
  retention: '超过保留期限的数据每天清除一次，也可按请求清除；事件仅限已归档实验。期限为 0 天表示永久保留。',
}
