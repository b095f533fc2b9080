// The query page: tabs, running, views, sharing, history.
import {editor} from './editor.js';
import {table, chart, map, graph, picture, measures, points, triples, readNames} from './results.js';

const {first, words, language} = JSON.parse(document.getElementById('data').textContent);
const byId = id => document.getElementById(id);
const stored = (key, otherwise) => { try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; } };
const store = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* private mode: nothing is kept */ } };
const asked = new URLSearchParams(location.search);
const examples = {};
const exampled = async () => Object.keys(examples).length ? examples : Object.assign(examples, await fetch(`/api/examples?${new URLSearchParams({lang: language})}`).then(response => response.json()));

let tabs = stored('tabs', []);
let current = 0;
const given = asked.get('query') ?? (asked.has('example') ? first.query : undefined);
if (given) {
  current = tabs.findIndex(tab => tab.query === given);
  if (current < 0) { tabs.push({query: given, title: asked.has('query') ? undefined : first.title}); current = tabs.length - 1; }
}
const fresh = !tabs.length;
if (fresh) tabs = [{query: first.query, title: first.title}];

const view = editor(byId('editor'), {
  text: tabs[current].query, label: words.editor, nonce: document.querySelector('.workbench').dataset.nonce,
  changed: text => { if (text !== tabs[current].query) tabs[current] = {query: text}; store('tabs', tabs); nameTabs(); },
  run,
});
const text = () => view.state.doc.toString();
const put = query => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: query}});

function title(query) {
  const line = query.split('\n').find(one => one.trim() && !/^\s*(prefix|#|select|where|base)/i.test(one)) ?? '';
  return line.trim().slice(0, 22) || words.untitled;
}
function nameTabs() { document.querySelectorAll('.editing [role=tab]').forEach((button, at) => { button.textContent = `${at + 1} ${tabs[at].title ?? title(tabs[at].query)}`; }); }
function showTabs() {
  const bar = document.querySelector('.editing .tabs');
  const buttons = tabs.map((tab, at) => {
    const button = Object.assign(document.createElement('button'), {type: 'button', role: 'tab', tabIndex: at === current ? 0 : -1});
    button.setAttribute('aria-selected', at === current);
    button.addEventListener('click', () => choose(at));
    return button;
  });
  bar.replaceChildren(...buttons);
  nameTabs();
  bar.parentElement.querySelectorAll('.tab-actions').forEach(old => old.remove());
  const extra = Object.assign(document.createElement('div'), {className: 'actions tab-actions'});
  const more = Object.assign(document.createElement('button'), {type: 'button', textContent: `+ ${words.newTab}`, id: 'new-tab'});
  more.addEventListener('click', () => { tabs.push({query: ''}); choose(tabs.length - 1); view.focus(); });
  extra.append(more);
  if (tabs.length > 1) {
    const close = Object.assign(document.createElement('button'), {type: 'button', textContent: `× ${words.closeTab}`});
    close.addEventListener('click', () => { tabs.splice(current, 1); choose(Math.max(0, current - 1)); });
    extra.append(close);
  }
  bar.after(extra);
}
function choose(at) { current = at; store('tabs', tabs); put(tabs[at].query); showTabs(); }
function arrows(bar) {
  bar.addEventListener('keydown', event => {
    const all = [...bar.querySelectorAll('[role=tab]')];
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) { const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length]; next?.click(); bar.querySelector('[aria-selected=true]')?.focus(); }
  });
}
showTabs();
arrows(document.querySelector('.editing .tabs'));
arrows(document.querySelector('.views'));

let stopping = null;
let answer = null;
let shownAs = asked.get('view') ?? '';

const kind = query => /\b(select|ask|construct|describe)\b/i.exec(query.replace(/#[^\n]*|<[^>]*>|"[^"]*"/g, ''))?.[1].toLowerCase() ?? 'select';
const tell = (message, wrong = false) => { byId('told').textContent = message; byId('told').classList.toggle('wrong', wrong); };

async function run() {
  stopping?.abort();
  stopping = new AbortController();
  byId('cancel').hidden = false;
  tell('…');
  advise({});
  answer = null;
  byId('results').hidden = true;
  byId('shown').replaceChildren();
  const query = text();
  const began = performance.now();
  remember(query);
  try {
    const rdf = ['construct', 'describe'].includes(kind(query));
    const response = await fetch('/sparql', {method: 'POST', signal: stopping.signal, body: new URLSearchParams({query, strict: true}), headers: {Accept: rdf ? 'application/n-triples' : 'application/sparql-results+json, application/problem+json'}});
    const raw = await response.text();
    const advice = !response.ok || response.headers.has('Query-Advice') ? await check(query) : {};
    advise(advice);
    if (!response.ok) throw new Error(advice.message ? at(advice) : advice.advice?.length ? words.refused : problem(raw));
    answer = {...read(raw, rdf), raw, rdf};
    await readNames(answer.rows.flatMap(row => Object.values(row)).filter(cell => cell.type === 'uri').map(cell => cell.value), language);
    const time = Math.round(performance.now() - began);
    tell(fill(words.took, counted(), time));
    await show();
    if (!answer.rows.length) await helpEmpty(query);
  } catch (failure) {
    tell(failure.name === 'AbortError' ? words.stopped : failure instanceof TypeError ? words.failed : failure.message, true);
  } finally {
    byId('cancel').hidden = true;
  }
}
const counted = () => fill(answer.rdf ? words.triples : answer.rows.length === 1 ? words.row : words.rows, answer.rows.length);
/** Where a query is wrong, and what to do about it. */
const at = ({line, column, hint, message}) => (line > 0 ? fill(words.at, line, column) : '') + (hint || message);
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (all, index) => values[index]);
function problem(raw) { try { const told = JSON.parse(raw); return told.detail ?? told.title; } catch { return raw; } }
function read(raw, rdf) {
  if (rdf) return triples(raw);
  const told = JSON.parse(raw);
  if ('boolean' in told) return {columns: ['ASK'], rows: [{ASK: {type: 'literal', value: told.boolean ? words.yes : words.no}}]};
  return {columns: told.head.vars, rows: told.results.bindings};
}
const check = query => fetch(`/api/check?${new URLSearchParams({query, lang: language})}`).then(response => response.json()).catch(() => ({}));
function advise({advice = []}) {
  byId('advice').replaceChildren(...advice.map(one => Object.assign(document.createElement('p'), {className: 'note', textContent: one.text})));
}
async function helpEmpty(query) {
  const told = await check(query);
  const help = document.createElement('p');
  help.textContent = words.none;
  for (const one of told.unknown ?? []) help.append(` ${words.unknown} `, Object.assign(document.createElement('code'), {textContent: one.term}), one.nearest.length ? ` – ${words.nearest} ${one.nearest.join(', ')}.` : '.');
  byId('shown').replaceChildren(help);
}

function views() {
  const list = ['table'];
  if (!answer.rdf && measures(answer).numbers.length) list.push('chart');
  if (points(answer).length) list.push('map');
  if (answer.rdf) list.push('graph');
  return [...list, 'raw'];
}
async function show() {
  byId('results').hidden = false;
  const list = views();
  const now = list.includes(shownAs) ? shownAs : list[0];
  document.querySelector('.views').replaceChildren(...list.map(name => {
    const button = Object.assign(document.createElement('button'), {type: 'button', role: 'tab', textContent: words[name], tabIndex: name === now ? 0 : -1});
    button.dataset.view = name;
    button.setAttribute('aria-selected', name === now);
    button.addEventListener('click', () => { shownAs = name; address(); show(); });
    return button;
  }));
  const panel = byId('shown');
  panel.onscroll = null;
  const label = `${words[now]}: ${counted()}`;
  if (now === 'table') table(panel, answer, byId('filter').value);
  if (now === 'chart') await chart(panel, answer, label);
  if (now === 'map') await map(panel, answer);
  if (now === 'graph') await graph(panel, answer, label);
  if (now === 'raw') panel.replaceChildren(Object.assign(document.createElement('pre'), {textContent: answer.raw}));
  const forms = answer.rdf ? {Turtle: ['text/turtle', 'ttl'], 'JSON-LD': ['application/ld+json', 'jsonld']} : {CSV: ['text/csv', 'csv'], JSON: ['application/sparql-results+json', 'json'], TSV: ['text/tab-separated-values', 'tsv']};
  document.querySelector('.downloads').replaceChildren(...Object.entries(forms).map(([name, [type, ending]]) => {
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent: `${words.download} ${name}`});
    button.addEventListener('click', () => download(type, ending));
    return button;
  }));
  if (now === 'chart') {
    for (const ending of ['svg', 'png']) {
      const button = Object.assign(document.createElement('button'), {type: 'button', textContent: `${words.download} ${ending.toUpperCase()}`});
      button.addEventListener('click', async () => save(await picture(ending), ending));
      document.querySelector('.downloads').append(button);
    }
  }
}
function save(url, ending) {
  Object.assign(document.createElement('a'), {href: url, download: `districtkg.${ending}`}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
async function download(type, ending) {
  const response = await fetch('/sparql', {method: 'POST', body: new URLSearchParams({query: text()}), headers: {Accept: type}});
  save(URL.createObjectURL(await response.blob()), ending);
}

function address() {
  const url = new URL(location);
  url.searchParams.delete('example');
  url.searchParams.set('query', text());
  if (shownAs) url.searchParams.set('view', shownAs);
  history.replaceState(null, '', url);
  return url.href;
}
/** Copies a text, or shows it selected where the browser does not allow copying. */
async function copy(what) {
  try {
    await navigator.clipboard.writeText(what);
    tell(words.copied);
  } catch {
    const shown = Object.assign(document.createElement('textarea'), {value: what, readOnly: true, rows: Math.min(8, what.split('\n').length)});
    shown.setAttribute('aria-label', words.notCopied);
    byId('advice').replaceChildren(shown);
    shown.select();
    tell(words.notCopied, true);
  }
}
const endpoint = `${location.origin}/sparql`;
const clients = {
  curl: query => `curl -s ${endpoint} -H 'Accept: text/csv' --data-urlencode 'query=${query.replaceAll("'", "'\\''")}'`,
  python: query => `import io, urllib.parse, urllib.request\nimport pandas as pd\n\nquery = r"""\n${query}\n"""\nrequest = urllib.request.Request(\n    "${endpoint}", urllib.parse.urlencode({"query": query}).encode(), {"Accept": "text/csv"})\ntable = pd.read_csv(io.StringIO(urllib.request.urlopen(request).read().decode("utf-8")))\nprint(table)`,
  r: query => `library(httr2)\nquery <- r"---(\n${query}\n)---"\ntable <- request("${endpoint}") |>\n  req_headers(Accept = "text/csv") |>\n  req_body_form(query = query) |>\n  req_perform() |>\n  resp_body_string() |>\n  read.csv(text = _)\nprint(table)`,
  js: query => `const query = ${JSON.stringify(query)};\nconst answer = await fetch("${endpoint}", {\n  method: "POST",\n  headers: {Accept: "application/sparql-results+json"},\n  body: new URLSearchParams({query}),\n}).then(response => response.json());\nconsole.table(answer.results.bindings);`,
};

function remember(query) {
  const past = [query, ...stored('history', []).filter(one => one !== query)].slice(0, 30);
  store('history', past);
  showHistory(past);
}
function showHistory(past) {
  byId('history').replaceChildren(new Option('…', ''), ...past.map((query, at) => new Option(title(query), at)));
}
showHistory(stored('history', []));

byId('run').addEventListener('click', run);
byId('cancel').addEventListener('click', () => stopping?.abort());
byId('share').addEventListener('click', () => copy(address()));
byId('filter').addEventListener('input', () => { if (answer) show(); });
byId('copy').addEventListener('change', event => { if (event.target.value) copy(clients[event.target.value](text())); event.target.value = ''; });
byId('history').addEventListener('change', event => { const query = stored('history', [])[event.target.value]; if (query) open(query); event.target.value = ''; });
/** Opens a query in a tab of its own, or in the one that has it. */
function open(query, title) {
  let at = tabs.findIndex(tab => tab.query === query);
  if (at < 0) at = tabs.push({query, title}) - 1;
  choose(at);
}
document.querySelectorAll('[data-example]').forEach(one => one.addEventListener('click', async event => {
  event.preventDefault();
  const {query, title} = (await exampled())[one.dataset.example];
  open(query, title);
  run();
}));
if (given || fresh) run();
