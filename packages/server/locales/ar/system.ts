import type { system as english } from '../en/system.ts'
import type { Translation } from '../translation.ts'

export const system: Translation<typeof english> = {
  topology: 'تخدم عملية واحدة هذا التثبيت. تُحفظ الحدود والعدادات في ذاكرتها وتبدأ من جديد عند كل تشغيل.',
  topologyPostgres:
    'تخدم عملية واحدة هذا التثبيت لأن الأحداث في ملفها الخاص. تُحفظ الحدود في PostgreSQL والعدادات في ذاكرة العملية.',
  topologySeveral:
    'يمكن أن تخدم عدة عمليات هذا التثبيت: تتشارك PostgreSQL وClickHouse ومعهما الحدود. العدادات للعملية التي تجيب.',
  retention:
    'يُحذف ما تجاوز مدته مرة كل يوم وعند الطلب، أما الأحداث فمن التجارب المؤرشفة فقط. والمدة التي تساوي 0 أيام تعني الاحتفاظ الدائم.',
}
