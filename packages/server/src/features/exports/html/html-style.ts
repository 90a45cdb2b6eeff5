/** Light and dark by the reader's system, and dark ink on white when printed. Logical sides only, for both directions. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--ink:#1a1b1e;--muted:#565d66;--line:#dee2e6;--soft:#f4f6f8;--surface:#fff;
--accent:#1864ab;--good:#1b6e32;--bad:#b02525;--waiting:#7a5200;
--chart-ink:var(--ink);--chart-muted:var(--muted);--chart-grid:var(--line);--chart-accent:var(--accent);--chart-surface:var(--surface)}
@media (prefers-color-scheme:dark){:root{--ink:#e9ecef;--muted:#a6adb5;--line:#3b4046;--soft:#25282c;--surface:#1a1b1e;
--accent:#74b4ee;--good:#7ccf8f;--bad:#ff9a9a;--waiting:#f0c36d}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans","Noto Sans SC",Vazirmatn,sans-serif}
main{max-width:56rem;margin-inline:auto;padding:2.5rem 1.25rem 4rem}
header{border-block-end:2px solid var(--accent);padding-block-end:1rem;margin-block-end:1.5rem}
.kind{margin:0;color:var(--accent);font-weight:600}
h1{margin:.15rem 0 .75rem;font-size:2rem;line-height:1.2;overflow-wrap:anywhere}
h2{margin:2.25rem 0 .75rem;font-size:1.3rem;line-height:1.3;overflow-wrap:anywhere}
h3{margin:1.25rem 0 .4rem;font-size:1.05rem}
p{margin:.5rem 0;overflow-wrap:anywhere}
ul{margin:.5rem 0;padding-inline-start:1.4rem}
li{margin-block:.25rem;overflow-wrap:anywhere}
dl{margin:.5rem 0}
dd{margin:0;overflow-wrap:anywhere}
dl.head{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;color:var(--muted);font-size:.9rem}
dl.head div{display:flex;gap:.4rem;min-width:0}
dl.head dd{color:var(--ink)}
dl.facts div{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:1rem;padding-block:.35rem;border-block-end:1px solid var(--line)}
dl.facts dt,dl.cards dt,.note{color:var(--muted)}
dl.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem}
dl.cards div{display:flex;flex-direction:column;background:var(--soft);border-radius:.5rem;padding:.9rem 1rem}
dl.cards dd{font-size:1.5rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
.note{font-size:.92rem}
.verdict{border-inline-start:.4rem solid var(--waiting);background:var(--soft);border-radius:.35rem;padding:.9rem 1.1rem}
.verdict p{margin:0}
.verdict .name{font-size:1.5rem;font-weight:700;color:var(--waiting)}
.verdict.good{border-color:var(--good)}
.verdict.good .name{color:var(--good)}
.verdict.bad{border-color:var(--bad)}
.verdict.bad .name{color:var(--bad)}
.wide{overflow-x:auto;margin-block:.75rem}
table{border-collapse:collapse;width:100%;font-size:.94rem}
th,td{padding:.45rem .6rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere;min-width:4.5rem}
th{color:var(--muted);font-weight:600;border-block-end-color:var(--muted);overflow-wrap:normal}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;overflow-wrap:normal}
td.number{white-space:nowrap}
figure{margin:1rem 0}
figure svg{display:block;max-width:100%;height:auto}
[dir=rtl] svg{direction:ltr}
@page{size:A4;margin:18mm 16mm}
@media print{:root{color-scheme:light;--ink:#1a1b1e;--muted:#565d66;--line:#dee2e6;--soft:#f4f6f8;--surface:#fff;
--accent:#1864ab;--good:#1b6e32;--bad:#b02525;--waiting:#7a5200}
body{font-size:10.5pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}
tr,figure,.verdict,dl.cards div{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
