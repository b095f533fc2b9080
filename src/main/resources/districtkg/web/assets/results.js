// Answers as table, chart, map, graph and raw text.

const CHUNK = 200;
const names = new Map();
const isNumber = cell => cell?.type === 'literal' && /(integer|decimal|double|float|int|long)$/.test(cell.datatype ?? '') && !Number.isNaN(Number(cell.value));
const point = cell => cell?.value.match(/POINT\s*\(\s*([-\d.]+)\s+([-\d.]+)\s*\)/);
const link = address => /^https?:\/\//.test(address) || /^\/(id|vocab|ns)/.test(address);

/** Reads names of the IRIs of an answer, in batches that fit into an address. */
export async function readNames(iris, lang) {
  const unknown = [...new Set(iris)].filter(iri => !names.has(iri) && iri.includes('districtkg') || (!names.has(iri) && iri.includes('qudt.org/vocab')));
  for (let at = 0; at < Math.min(unknown.length, 2000); at += 30) {
    const batch = unknown.slice(at, at + 30);
    const known = await fetch(`/api/names?${new URLSearchParams({lang, iris: batch.join('\n')})}`).then(response => response.ok ? response.json() : {}, () => ({}));
    for (const iri of batch) names.set(iri, known[iri] ?? null);
  }
}

export const nameOf = cell => (cell?.type === 'uri' && names.get(cell.value)?.name) || cell?.value || '';

function shown(cell) {
  if (!cell) return document.createTextNode('');
  if (cell.type !== 'uri') return document.createTextNode(cell.value);
  const href = names.get(cell.value)?.href || cell.value;
  if (!link(href)) return document.createTextNode(cell.value);
  return Object.assign(document.createElement('a'), {href, textContent: nameOf(cell), title: cell.value});
}

export function table(parent, {columns, rows}, filter) {
  let order = null;
  let sign = 1;
  const build = () => {
    const text = filter.toLowerCase();
    let kept = text ? rows.filter(row => columns.some(column => nameOf(row[column]).toLowerCase().includes(text))) : rows;
    if (order) {
      kept = [...kept].sort((one, other) => {
        const [a, b] = [one[order], other[order]];
        return sign * (isNumber(a) && isNumber(b) ? Number(a.value) - Number(b.value) : nameOf(a).localeCompare(nameOf(b)));
      });
    }
    const head = document.createElement('tr');
    for (const column of columns) {
      const cell = Object.assign(document.createElement('th'), {scope: 'col'});
      if (kept.length && kept.every(row => !row[column] || isNumber(row[column]))) cell.className = 'number';
      const sort = Object.assign(document.createElement('button'), {type: 'button', textContent: column});
      if (order === column) cell.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
      sort.addEventListener('click', () => { sign = order === column ? -sign : 1; order = column; build(); });
      cell.append(sort);
      head.append(cell);
    }
    const whole = document.createElement('table');
    whole.createTHead().append(head);
    const body = whole.createTBody();
    let at = 0;
    const more = () => {
      const part = document.createDocumentFragment();
      for (const row of kept.slice(at, at + CHUNK)) {
        const line = document.createElement('tr');
        for (const column of columns) {
          const cell = line.insertCell();
          if (isNumber(row[column])) cell.className = 'number';
          cell.append(shown(row[column]));
        }
        part.append(line);
      }
      body.append(part);
      at += CHUNK;
    };
    more();
    parent.replaceChildren(whole);
    parent.onscroll = () => { if (at < kept.length && parent.scrollTop + parent.clientHeight > parent.scrollHeight - 600) more(); };
  };
  build();
}

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name);
function resolved(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** A drawing; its library is loaded when it is first needed. */
async function drawing(parent, label) {
  const echarts = await import('echarts');
  const element = Object.assign(document.createElement('div'), {className: 'drawing'});
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  parent.replaceChildren(element);
  const chart = echarts.init(element, null, {renderer: 'canvas'});
  new ResizeObserver(() => chart.resize()).observe(element);
  return chart;
}

/** The columns that a chart can show: what to label, and what to measure. */
export function measures({columns, rows}) {
  const numbers = columns.filter(column => rows.length && rows.every(row => !row[column] || isNumber(row[column])) && rows.some(row => row[column]));
  const year = columns.find(column => /year|年/i.test(column));
  const label = year ?? columns.find(column => !numbers.includes(column)) ?? columns[0];
  return {label, numbers: numbers.filter(column => column !== label)};
}

const ROLE = /^(target|commitment|outcome|result|目标|承诺|成果|结果|实际)/i;
const TARGET = /target|commit|promis|目标|承诺|计划/i;
const LOW = /^(min|lower|at ?least|下限|不低于)/i;
const HIGH = /^(max|upper|at ?most|上限|不高于)/i;

/** The marks of a role: outcomes are joined points, targets ticks, bounds arrows to the side where they are met. */
function marks(name) {
  if (LOW.test(name)) return {type: 'scatter', symbol: 'triangle', symbolSize: 11};
  if (HIGH.test(name)) return {type: 'scatter', symbol: 'triangle', symbolRotate: 180, symbolSize: 11};
  if (TARGET.test(name)) return {type: 'scatter', symbol: 'rect', symbolSize: [16, 4]};
  return {type: 'line', symbol: 'circle', symbolSize: 8};
}

/** One series for each column of numbers and each combination of the other columns: place, kind and the like. */
function series({columns, rows}, label, numbers) {
  const others = columns.filter(column => column !== label && !numbers.includes(column));
  const told = others.filter(column => new Set(rows.map(row => nameOf(row[column]))).size <= 12);
  const groups = new Map();
  const roles = told.filter(column => rows.every(row => !row[column] || ROLE.test(nameOf(row[column]))));
  const join = (row, some) => some.map(column => nameOf(row[column])).filter(Boolean).join(' · ');
  for (const row of rows) {
    const group = join(row, told);
    for (const column of numbers) {
      if (!row[column] || !row[label]) continue;
      const name = [group, numbers.length > 1 || !group ? column : ''].filter(Boolean).join(' · ');
      if (!groups.has(name)) groups.set(name, {name, subject: join(row, told.filter(one => !roles.includes(one))), column, data: []});
      groups.get(name).data.push([Number(nameOf(row[label])), Number(row[column].value)]);
    }
  }
  return [...groups.values()].slice(0, 24).map(one => ({...one, data: one.data.sort((a, b) => a[0] - b[0]), ...marks(LOW.test(one.column) || HIGH.test(one.column) ? one.column : one.name)}));
}

/** Whether a column holds years, so that its axis is to scale. */
const years = ({rows}, column) => rows.every(row => /^\d{4}$/.test(nameOf(row[column])));

export async function chart(parent, answer, title) {
  const {label, numbers} = measures(answer);
  const ink = resolved('--ink');
  const palette = ['--s0', '--s1', '--s2', '--s3', '--s4', '--s5'].map(resolved);
  const scale = years(answer, label);
  const rows = answer.rows.slice(0, 500);
  const all = scale ? series(answer, label, numbers) : numbers.map(column => ({name: column, subject: column, type: 'bar', data: rows.map(row => row[column] ? Number(row[column].value) : null)}));
  const subjects = [...new Set(all.map(one => one.subject))];
  const shown = await drawing(parent, title);
  shown.setOption({
    animation: false,
    textStyle: {color: ink, fontFamily: css('--font')},
    legend: {type: 'scroll', textStyle: {color: ink}},
    grid: {left: 16, right: 24, top: 44, bottom: 16, containLabel: true},
    tooltip: {renderMode: 'richText', trigger: 'axis'},
    xAxis: scale
      ? {type: 'value', min: 'dataMin', max: 'dataMax', minInterval: 1, axisLabel: {color: ink, formatter: year => String(year)}, splitLine: {show: false}}
      : {type: 'category', data: rows.map(row => nameOf(row[label])), axisLabel: {color: ink, hideOverlap: true, width: 120, overflow: 'truncate', rotate: rows.length > 8 ? 35 : 0}},
    yAxis: {type: 'value', name: numbers.length === 1 ? numbers[0] : '', nameTextStyle: {color: ink}, axisLabel: {color: ink}, splitLine: {lineStyle: {color: resolved('--line')}}},
    series: all.map(({subject, column, ...one}) => ({...one, itemStyle: {color: palette[subjects.indexOf(subject) % palette.length]}})),
  });
  return shown;
}

/** The drawing as a file: PNG, or SVG drawn anew. */
export async function picture(type) {
  const element = document.querySelector('#shown .drawing');
  const echarts = await import('echarts');
  const shown = echarts.getInstanceByDom(element);
  if (type === 'png') return shown.getDataURL({type: 'png', pixelRatio: 2, backgroundColor: resolved('--card')});
  const again = echarts.init(null, null, {renderer: 'svg', ssr: true, width: element.clientWidth, height: element.clientHeight});
  again.setOption({...shown.getOption(), animation: false, backgroundColor: resolved('--card')});
  const svg = again.renderToSVGString();
  again.dispose();
  return URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
}

/** The points of an answer: of the column that holds them, named by the first other column. */
export function points({columns, rows}) {
  const where = columns.find(column => rows.some(row => point(row[column])));
  const what = columns.find(column => column !== where) ?? where;
  return !where ? [] : rows.filter(row => point(row[where])).map(row => {
    const [, longitude, latitude] = point(row[where]);
    return {name: nameOf(row[what]), href: names.get(row[what]?.value)?.href ?? '', longitude: Number(longitude), latitude: Number(latitude), at: ''};
  });
}

export async function map(parent, answer) {
  if (!document.querySelector('link[data-map]')) {
    const style = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: document.querySelector('.workbench').dataset.map});
    style.dataset.map = '';
    document.querySelector('link[rel=stylesheet]').before(style);
  }
  const {draw} = await import('./map.js');
  const element = Object.assign(document.createElement('div'), {className: 'drawing'});
  parent.replaceChildren(element);
  draw(element, points(answer), '');
}

/** Reads N-Triples as rows of subject, property and object. */
export function triples(text) {
  const term = written => written.startsWith('<')
    ? {type: 'uri', value: written.slice(1, -1)}
    : {type: 'literal', value: JSON.parse(written.match(/^"(?:[^"\\]|\\.)*"/)[0].replace(/\\U0*([0-9A-Fa-f]{5,6})/g, (all, code) => String.fromCodePoint(parseInt(code, 16))).replace(/\\'/g, "'")), datatype: written.match(/\^\^<(.*)>$/)?.[1]};
  const rows = text.split('\n').map(line => line.match(/^(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(.*)\s+\.\s*$/)).filter(Boolean).map(([, subject, property, object]) => ({
    subject: term(subject), property: term(property), object: object.startsWith('_:') ? {type: 'bnode', value: object} : term(object),
  }));
  return {columns: ['subject', 'property', 'object'], rows};
}

const ours = cell => cell.value.startsWith('https://w3id.org/districtkg/ns#');
const short = cell => names.get(cell.value)?.name ?? cell.value.replace(/^.*[/#]/, '');

export async function graph(parent, {rows}, title) {
  // Of two things one line: what our own ontology says of them, before what others call the same.
  const pairs = new Map();
  for (const row of rows.filter(one => one.object.type === 'uri')) {
    const pair = `${row.subject.value} ${row.object.value}`;
    if (!pairs.has(pair) || ours(row.property)) pairs.set(pair, row);
  }
  const own = [...pairs.values()].filter(row => ours(row.property) || names.get(row.object.value));
  const links = (own.length ? own : [...pairs.values()]).slice(0, 400);
  const nodes = new Map();
  for (const row of links) for (const cell of [row.subject, row.object]) nodes.set(cell.value, {id: cell.value, name: nameOf(cell), symbolSize: 16 + (nodes.get(cell.value)?.symbolSize ?? 0) / 4});
  const ink = resolved('--ink');
  (await drawing(parent, title)).setOption({
    animation: false,
    color: [resolved('--link')],
    series: [{type: 'graph', layout: 'force', roam: true, draggable: true, force: {repulsion: 260, edgeLength: 110},
      label: {show: true, color: ink, width: 120, overflow: 'truncate', position: 'bottom'}, edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 7,
      edgeLabel: {show: links.length < 40, color: ink, fontSize: 10, formatter: edge => edge.data.name},
      data: [...nodes.values()], links: links.map(row => ({source: row.subject.value, target: row.object.value, name: short(row.property)}))}],
  });
}
