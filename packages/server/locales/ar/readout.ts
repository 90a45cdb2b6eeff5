import type { readout as english } from '../en/readout.ts'
import type { Translation } from '../translation.ts'

export const readout: Translation<typeof english> = {
  disclaimer: 'نتائج الأفق الثابت مخصصة للقراءة المخططة. قبلها لا يُعمل إلا بالدليل الصالح دائمًا.',
  srm: {
    ok: 'حصص المجموعات كما خُطط لها.',
    srm_detected: 'حصص المجموعات ليست كما خُطط لها. ابحث عن السبب قبل قراءة أي نتيجة.',
    insufficient_data: 'لم يُعرض على أحد بعد.',
  },
  bonferroni: 'ألفا {{alpha}} لكل مقارنة، وعدد المقارنات {{comparisons}} (Bonferroni).',
  notAvailableYet: 'لا قراءة مباشرة للمقاييس من نوع {{metric}} في هذا الإصدار.',
  tooFewPersons: 'تحتاج كل مجموعة إلى شخصين على الأقل مع بعض التفاوت بينهم.',
  verdicts: {
    degenerate: 'المجموعتان ثابتتان ومتساويتان: لا شيء يُقارن.',
  },
  units: { points: 'نقطة مئوية', metric: 'بوحدة المقياس' },
  interpretation:
    'الأثر {{effect}} {{unit}} (فترة الثقة \u2066{{level}}%\u2069 من {{lower}} إلى {{upper}})، \u2066p = {{p}}\u2069.',
  degenerate: 'في المجموعتين لم يتحوّل أحد، أو تحوّل الجميع.',
  alwaysValid: {
    ok: 'يصح عند كل قراءة مهما تكررت.',
    not_evaluable: 'لا تفاوت بعد يُقاس به الأثر.',
  },
  sequential: {
    fixed_horizon: 'قراءة مخططة واحدة، عند 95% من المعلومات المخططة.',
    looked: 'أُجريت القراءة المخططة وحُفظت. لا يغيّر الحكمَ بعدها إلا دليل صالح دائمًا.',
    always_valid: 'تُقرأ في أي وقت، ولا يحسم إلا الدليل الصالح دائمًا.',
    group_sequential: 'القراءات التتابعية ليست في هذا الإصدار، ولا يُحتسب إلا الدليل الصالح دائمًا.',
    insufficient_data: 'لم يُعرض على أحد بعد، أو ليس للتصميم المحفوظ حجم عينة محدود.',
  },
  cuped: {
    available: 'مُعدَّل بما عُرف قبل البداية، لمن لديهم كل المتغيرات المرافقة.',
    unavailable: 'لا قيم مسجلة لما قبل البداية.',
    too_many_covariates: 'عدد المتغيرات المرافقة المسجلة {{count}}؛ ويُستخدم منها {{limit}} على الأكثر.',
    not_applicable: 'يُحسب CUPED للمقاييس المتصلة.',
    insufficient_data: 'في إحدى المجموعات عدد قليل جدًا ممن لديهم كل المتغيرات المرافقة.',
  },
  stratified: {
    available: 'الآثار داخل الطبقات، مرجّحة بحجم كل طبقة.',
    unavailable: 'لا طبقات مسجلة.',
    not_applicable: 'تُحسب الطبقات للمقاييس الثنائية والمتصلة.',
    too_many_strata: 'عدد الطبقات المسجلة {{count}}؛ ويُستخدم منها {{limit}} على الأكثر.',
    insufficient_data: 'لا توجد طبقة فيها شخصان على الأقل في كلتا المجموعتين.',
  },
  guardrail: {
    none: 'لا يذكر التصميم مقياس حماية.',
    unavailable: 'لا قراءة مباشرة لمقاييس الحماية في هذا الإصدار.',
  },
  holdout: { unavailable: 'لا قراءة مباشرة للمقارنة بالمحجوبين في هذا الإصدار.' },
}
