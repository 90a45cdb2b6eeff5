import type { planning as english } from '../en/planning.ts'
import type { Translation } from '../translation.ts'

export const planning: Translation<typeof english> = {
  warnings: {
    MISSING_VARIANCE: 'يحتاج المقياس المتصل إلى انحرافه المعياري.',
    LONG_DURATION:
      'مدة الاختبار بالأيام {{days}}، أي أكثر من 8 أسابيع: لا يثبت الموسم ولا ملفات الارتباط طوال هذه المدة.',
    LOW_TRAFFIC: 'عدد المستخدمين في الاختبار يوميًا {{traffic}} فقط: لا يمكن تمييز الآثار الصغيرة.',
    CONSERVATIVE_MULTIVARIANT_ALPHA: 'عدد النسخ {{variants}}، لذلك تستخدم كل مقارنة ألفا أشد (Bonferroni).',
    MANY_VARIANTS_LOW_TRAFFIC:
      'عدد النسخ {{variants}} وعدد المستخدمين يوميًا {{traffic}} لها جميعًا: فكّر في تقليل النسخ.',
    CLUSTER_RANDOMIZATION: 'التوزيع العشوائي بالعناقيد: يكبر حجم العينة بأثر التصميم، ويجب أن يراعي التحليل العناقيد.',
    SEASONALITY_PRESENT: 'توجد موسمية: شغّل الاختبار أسابيع كاملة.',
    CAMPAIGN_CONTAMINATION: 'تجري حملات في الوقت نفسه وقد تختلط بالأثر.',
    UNDERPOWERED_DESIGN: 'القوة الإحصائية {{power}} أقل من 0.8: يفوت الأثر الحقيقي أكثر مما ينبغي.',
    LONG_TEST_NOT_POSSIBLE: 'عدد الأيام التي يحتاجها الاختبار {{days}}، لكن الاختبار الطويل غير ممكن.',
    INTERIM_LOOKS_INCREASE_SAMPLE: 'عدد القراءات {{looks}}، وهي تزيد أكبر حجم للعينة بنسبة \u2066{{percent}}%\u2069.',
    SRM_DETECTED: 'لا تطابق الأعداد توزيع الحركة (\u2066p = {{p}}\u2069): ابحث عن السبب قبل قراءة أي نتيجة.',
  },
  assumptions: {
    twoSided: 'اختبار ثنائي الطرف عند مستوى الدلالة ألفا {{alpha}} والقوة {{power}}.',
    binary: 'اختبار z لنسبتين بتباين مجمّع؛ المعدل الأساسي {{baseline}} والمعدل المخطط {{planned}}.',
    continuous: 'اختبار z لمتوسطين؛ الانحراف المعياري {{spread}} في كل مجموعة.',
    ratio: 'اختبار z لنسبة بطريقة دلتا؛ الانحراف المعياري {{spread}} للقيمة الخطية لكل مستخدم.',
    fisher: 'اختبار فيشر الدقيق؛ المعدل الأساسي {{baseline}} والمعدل المخطط {{planned}}.',
    mannWhitney:
      'اختبار مان-ويتني للإزاحة؛ الانحراف المعياري {{spread}}؛ وتحتاج أشكال التوزيع الأخرى إلى مستخدمين أكثر بنسبة تصل إلى 11%.',
    equivalence: 'اختباران أحاديا الطرف للتكافؤ عند فرق حقيقي قدره 0؛ الانحراف المعياري {{spread}}.',
    count: 'اختبار شرطي لمعدلي بواسون؛ الأحداث لكل وحدة تعرّض {{baseline}} والمخطط {{planned}}.',
    equalArms: 'يفترض sample_size_per_variant مجموعات متساوية؛ ويتبع sample_sizes_by_variant توزيع الحركة.',
    independent: 'يستجيب المستخدمون باستقلال بعضهم عن بعض، ويُحسب كل منهم مرة واحدة.',
    clusterDesignEffect: 'أثر التصميم \u20661 + (m − 1)·ICC = {{effect}}\u2069.',
    clusterSize: 'متوسط عدد المستخدمين في العنقود {{size}}، والعناقيد متقاربة الحجم.',
    clusterAnalysis: 'يستخدم التحليل أخطاء معيارية متينة تجاه العناقيد.',
  },
  bonferroniNote: 'عدد المقارنات بالضابطة {{comparisons}}: تُختبر كل منها عند ألفا {{alpha}}.',
  bayesianNote:
    'بهذا العدد من المستخدمين لكل نسخة لا تتجاوز فترة المصداقية \u2066{{credibility}}%\u2069 عرض \u2066± {{precision}}\u2069.',
}
